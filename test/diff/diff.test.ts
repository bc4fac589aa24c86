import { describe, expect, it } from 'vitest';
import { changesBetween, moversBetween } from '../../src/diff/index.ts';
import { makeRouter, makeRule } from '../../src/model/index.ts';
import { example, preparedExample, preparedRouter } from '../walk/examples.ts';

const { router } = example('paper-fixed/paper-fixed.rsc');
const size = { flows: 900, clients: 20, destinations: 200 };

describe('changesBetween', () => {
  it('finds nothing between a router and itself', () => {
    expect(changesBetween(router, router)).toEqual([]);
  });

  it('sees that two rules have changed places, because order decides', () => {
    const [first, second, ...rest] = router.firewall.ipv4.filter;
    if (!first || !second) throw new Error('the example has filter rules');
    const swapped = makeRouter({
      ...router,
      firewall: { ...router.firewall, ipv4: { ...router.firewall.ipv4, filter: [second, first, ...rest] } },
    });
    expect(changesBetween(router, swapped)).toMatchObject([
      { kind: 'moved', after: { menu: '/ip firewall filter', position: 1 } },
    ]);
  });

  it('does not care for the order of routes', () => {
    const turned = makeRouter({ ...router, routes: [...router.routes].reverse() });
    expect(changesBetween(router, turned)).toEqual([]);
  });

  it('names what was added, removed and set', () => {
    const changed = makeRouter({
      ...router,
      routes: router.routes.slice(1),
      settings: { ...router.settings, identity: 'other' },
    });
    expect(changesBetween(router, changed)).toMatchObject([
      { kind: 'removed', before: { menu: '/ip route', position: 0 } },
      {
        kind: 'changed',
        after: { menu: '/system identity' },
        properties: [{ property: 'name', before: 'paper-fixed', after: 'other' }],
      },
    ]);
    expect(changesBetween(changed, router)).toMatchObject([{ kind: 'added' }, { kind: 'changed' }]);
  });
});

describe('moversBetween', () => {
  const fixed = () => preparedExample('paper-fixed/paper-fixed.rsc');

  it('moves nobody without a change', () => {
    expect(moversBetween(fixed(), fixed(), size)).toMatchObject({
      connections: 900,
      stay: 900,
      movements: [],
    });
  });

  it('moves all of ISP1, and nobody else, when ISP1 goes down', () => {
    const after = preparedExample('paper-fixed/paper-fixed.rsc', [{ interface: 'ether1', kind: 'upstream' }]);
    const { stay, movements } = moversBetween(fixed(), after, size);
    expect(movements).toMatchObject([
      {
        fate: 'other-wan',
        before: { kind: 'forwarded', out: 'ether1' },
        after: { kind: 'forwarded', out: 'ether2' },
      },
    ]);
    expect(stay / 900).toBeGreaterThan(0.25);
    expect(stay / 900).toBeLessThan(0.42);
  });

  it('moves from the paper to its repair what belongs on ISP2', () => {
    const { movements } = moversBetween(preparedExample('paper/paper.rsc'), fixed(), size);
    expect(movements).toMatchObject([
      {
        fate: 'other-wan',
        before: { kind: 'forwarded', out: 'ether1' },
        after: { kind: 'forwarded', out: 'ether2' },
      },
    ]);
  });

  it('sees flows that lose their translation', () => {
    const bare = makeRouter({
      ...router,
      firewall: { ...router.firewall, ipv4: { ...router.firewall.ipv4, nat: [] } },
    });
    const { stay, movements } = moversBetween(fixed(), preparedRouter(bare), size);
    expect(stay).toBe(0);
    expect(new Set(movements.map(({ fate }) => fate))).toEqual(new Set(['loses-nat']));
  });

  it('sees flows that are no longer let through', () => {
    const drop = makeRule({ table: 'filter', chain: 'forward', action: { kind: 'drop' } });
    const closed = makeRouter({
      ...router,
      firewall: { ...router.firewall, ipv4: { ...router.firewall.ipv4, filter: [drop] } },
    });
    const { movements } = moversBetween(fixed(), preparedRouter(closed), size);
    expect(new Set(movements.map(({ fate }) => fate))).toEqual(new Set(['is-dropped']));
  });
});
