import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import type { Rib, RibGateway, RibRoute } from '../../rib/index.ts';
import { routeLoops, shutOutRoutes } from './route-loops.ts';

const ribOf = (routes: string): Rib => read(`/ip route\n${routes}`).rib;

/** Destinations of each ring. */
const loopsIn = (rib: Rib) =>
  routeLoops({ rib }).map(({ flaw }) => (flaw.kind === 'route-loop' ? flaw.destinations : []));

const loopsOf = (routes: string) => loopsIn(ribOf(routes));

const ring = `add dst-address=192.0.2.1/32 gateway=192.0.2.2
add dst-address=192.0.2.2/32 gateway=192.0.2.1
`;

describe('routeLoops', () => {
  it('two routes by way of each other → one ring, with their lines', () => {
    expect(routeLoops({ rib: ribOf(ring) })).toMatchObject([
      {
        invariant: 'routes-resolve',
        flaw: { kind: 'route-loop', destinations: ['192.0.2.1/32', '192.0.2.2/32'] },
        origins: [{ span: { start: { line: 9 } } }, { span: { start: { line: 10 } } }],
      },
    ]);
  });

  it('three in a ring, and one that leads into it → the ring once, without that one', () => {
    expect(
      loopsOf(`add dst-address=192.0.2.9/32 gateway=192.0.2.1
add dst-address=192.0.2.1/32 gateway=192.0.2.2
add dst-address=192.0.2.2/32 gateway=192.0.2.3
add dst-address=192.0.2.3/32 gateway=192.0.2.1
`),
    ).toEqual([['192.0.2.1/32', '192.0.2.2/32', '192.0.2.3/32']]);
  });

  it('two rings → each', () => {
    expect(loopsOf(`${ring}${ring.replaceAll('192.0.2.', '192.0.3.')}`)).toHaveLength(2);
  });

  it('a chain that ends at a gateway on a network → none', () => {
    expect(
      loopsOf(
        'add dst-address=192.0.2.1/32 gateway=192.0.2.2\nadd dst-address=192.0.2.2/32 gateway=10.0.0.1 scope=10\n',
      ),
    ).toEqual([]);
  });

  it('a chain that ends at a gateway nobody leads to → none', () => {
    expect(
      loopsOf(
        'add dst-address=192.0.2.1/32 gateway=192.0.2.2\nadd dst-address=192.0.9.0/24 gateway=192.0.2.1\n',
      ),
    ).toEqual([]);
  });

  it('a route whose gateway lies in its own destination → none: its network may only be left out', () => {
    expect(loopsOf('add dst-address=192.0.2.0/24 gateway=192.0.2.1\n')).toEqual([]);
  });

  it('only a default route leads back → none', () => {
    const chain =
      'add dst-address=192.0.2.1/32 gateway=192.0.2.2\nadd dst-address=0.0.0.0/0 gateway=192.0.2.1\n';
    expect(loopsOf(chain)).toEqual([]);
    expect(loopsOf(chain.replace('0.0.0.0/0', '128.0.0.0/1'))).toEqual([['192.0.2.1/32', '128.0.0.0/1']]);
  });

  it('the narrowest route leads to a gateway', () => {
    const wide = 'add dst-address=192.0.2.0/24 gateway=192.0.9.9\n';
    for (const routes of [`${wide}${ring}`, `${ring}${wide}`])
      expect(loopsOf(routes)).toEqual([['192.0.2.1/32', '192.0.2.2/32']]);
    const narrow = 'add dst-address=192.0.2.2/32 gateway=192.0.9.9\n';
    expect(loopsOf(`add dst-address=192.0.2.0/24 gateway=192.0.2.2\n${narrow}`)).toEqual([]);
  });

  it('routes of another table → lead nowhere: gateways are looked up in main', () => {
    const apart = ring.replace('gateway=192.0.2.1', 'gateway=192.0.2.1 routing-table=b');
    expect(loopsIn(read(`/routing table\nadd name=b fib\n/ip route\n${apart}`).rib)).toEqual([]);
  });

  it('a gateway that is an interface → leads nowhere', () => {
    expect(
      loopsOf(
        'add dst-address=192.0.2.1/32 gateway=ether9\nadd dst-address=192.0.2.2/32 gateway=192.0.2.1\n',
      ),
    ).toEqual([]);
  });

  it.each<[string, Partial<RibRoute>]>([
    ['disabled', { disabled: true }],
    ['active', { active: true }],
    ['of DHCP', { source: 'dhcp' }],
    ['without a gateway', { gateways: [] }],
  ])('one of a ring is %s → none', (_, change) => {
    const rib = ribOf(ring);
    const routes = rib.routes.map(route =>
      route.destination === '192.0.2.2/32' ? { ...route, ...change } : route,
    );
    expect(loopsIn({ ...rib, routes })).toEqual([]);
  });

  it('a gateway is known to be down, alone or beside an unresolved one → none', () => {
    const rib = ribOf(ring);
    const withGateways = (change: (gateway: RibGateway) => readonly RibGateway[]) =>
      rib.routes.map(route =>
        route.source === 'static' && route.gateways.every(({ state }) => state === 'unresolved')
          ? { ...route, gateways: route.gateways.flatMap(change) }
          : route,
      );
    const down = (gateway: RibGateway): RibGateway => ({ ...gateway, state: 'interface-down' });
    expect(loopsIn({ ...rib, routes: withGateways(one => [down(one)]) })).toEqual([]);
    expect(loopsIn({ ...rib, routes: withGateways(one => [one, down(one)]) })).toEqual([]);
    expect(loopsIn({ ...rib, routes: withGateways(one => [one, one]) })).toHaveLength(1);
  });

  it('one gateway of two is reached → none', () => {
    expect(loopsOf(ring.replace('gateway=192.0.2.1', 'gateway=192.0.2.1,10.0.0.1'))).toEqual([]);
  });
});

describe('shutOutRoutes', () => {
  const shutOut = (routes: string) => shutOutRoutes({ rib: ribOf(routes) }).map(({ flaw }) => flaw);
  const host = 'add dst-address=192.0.2.1/32 gateway=10.0.0.1';

  it('the route to the gateway has too high a scope → the route is never active', () => {
    expect(shutOut(`${host}\nadd gateway=192.0.2.1 distance=2\n`)).toMatchObject([
      {
        kind: 'scope',
        destination: '0.0.0.0/0',
        gateway: '192.0.2.1',
        targetScope: 10,
        host: '192.0.2.1/32',
        scope: 30,
      },
    ]);
  });

  it('the scope fits, a default route leads to it, or the route is off → nothing', () => {
    expect(shutOut(`${host} scope=10\nadd gateway=192.0.2.1 distance=2 target-scope=11\n`)).toEqual([]);
    expect(shutOut('add gateway=192.0.2.1 distance=2\n')).toEqual([]);
    expect(shutOut(`${host}\nadd gateway=192.0.2.1 distance=2 disabled=yes\n`)).toEqual([]);
  });
});
