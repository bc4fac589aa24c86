import { describe, expect, it } from 'vitest';
import { makeRouter } from '../../src/model/index.ts';
import { defectText, prove } from '../../src/prove/index.ts';
import { computeRib } from '../../src/rib/index.ts';
import { spreadOf, wayKey } from '../../src/spread/index.ts';
import { leavingOf } from '../../src/walk/index.ts';
import { example, preparedExample } from './examples.ts';

describe('prove', () => {
  it('finds what is wrong with the paper without being given a packet', () => {
    const { router, world } = example('paper/paper.rsc');
    const { violations, remarks, defects } = prove(router, world, { engine: 'routeros' });
    expect(remarks.map(({ breach }) => breach.kind)).toEqual(['transit']);
    expect(defects.map(defect => defectText(defect, 'en'))).toEqual([
      'Packets are marked for table to_ISP1, which holds no active route: they go where main sends them. Its default route at paper.rsc:32 is not active: 10.111.0.1 lies in no connected network, and no active route with scope 10 or less leads to it.',
      'Packets are marked for table to_ISP2, which holds no active route: they go where main sends them. Its default route at paper.rsc:33 is not active: 172.16.0.1 lies in no connected network, and no active route with scope 10 or less leads to it.',
    ]);
    expect(violations.map(({ invariant, fault }) => [invariant, fault?.interface, fault?.kind])).toEqual([
      ['answer-leaves-as-it-came', undefined, undefined],
      ['lan-reaches-internet', 'ether1', 'upstream'],
    ]);
  });

  it.each(['paper-fixed/paper-fixed.rsc', 'paper-fixed/paper-fixed-v6.rsc'] as const)(
    'proves %s, also with either WAN dead',
    file => {
      const { router, world } = example(file);
      const proof = prove(router, world, { engine: 'routeros' });
      expect(proof.violations).toEqual([]);
      expect(proof.defects).toEqual([]);
      expect(proof.linkStates).toBe(7);
      expect(proof.packetClasses).toBeGreaterThan(100);
    },
  );

  it('finds each repair that is taken away again', () => {
    const { router, world } = example('paper-fixed/paper-fixed.rsc');
    const broken = (parts: Partial<typeof router>) => {
      const { violations, remarks, defects } = prove(makeRouter({ ...router, ...parts }), world, {
        engine: 'routeros',
      });
      return [...new Set([...violations, ...remarks, ...defects].map(({ invariant }) => invariant))];
    };
    const { mangle, filter } = router.firewall.ipv4;
    const without = (table: 'mangle' | 'filter' | 'nat', gone: (line: number) => boolean) => ({
      firewall: {
        ...router.firewall,
        ipv4: {
          ...router.firewall.ipv4,
          [table]: router.firewall.ipv4[table].filter(({ origin }) => !gone(origin.span.start.line)),
        },
      },
    });
    expect(broken(without('nat', () => true))).toContain('nothing-leaks');
    expect(broken(without('mangle', line => line === 52))).toContain('pcc-is-complete');
    expect(broken(without('filter', line => line >= 43))).toContain('nothing-loops');
    expect(broken(without('mangle', line => line >= 55))).toContain('answer-leaves-as-it-came');
    expect(mangle.length + filter.length).toBeGreaterThan(10);
    const locked = filter.map(rule =>
      rule.chain === 'input' ? { ...rule, matchers: [], action: { kind: 'drop' } as const } : rule,
    );
    expect(
      broken({ firewall: { ...router.firewall, ipv4: { ...router.firewall.ipv4, filter: locked } } }),
    ).toContain('admin-gets-in');
    expect(broken({ routes: [] })).toContain('lan-reaches-internet');
  });

  it('shows a packet that breaks what it says is broken', () => {
    const { router, world } = example('paper/paper.rsc');
    const transit = prove(router, world, { engine: 'routeros' }).remarks[0];
    expect(transit && leavingOf(transit.trace)?.out).toBe(transit?.packet.in);
    expect(computeRib(router, world).routes.length).toBeGreaterThan(0);
  });
});

describe('spread', () => {
  const size = { flows: 1500, clients: 20, destinations: 300 };

  it('expects 2 : 1 of the repaired gateway', () => {
    const { shares } = spreadOf(preparedExample('paper-fixed/paper-fixed.rsc'), size);
    const [isp1, isp2] = shares;
    expect(Math.abs((isp1?.connections ?? 0) - 2 / 3)).toBeLessThan(isp1?.connectionsMargin ?? 0);
    expect((isp1?.connections ?? 0) + (isp2?.connections ?? 0)).toBeCloseTo(1, 10);
    expect(isp1?.bytesMargin ?? 0).toBeGreaterThan(isp1?.connectionsMargin ?? 1);
  });

  it('expects nothing of the second line of the paper', () => {
    const { shares } = spreadOf(preparedExample('paper/paper.rsc'), size);
    expect(shares.map(({ way, connections }) => [wayKey(way), connections])).toEqual([
      ['ether1', 1],
      ['ether2', 0],
    ]);
  });
});
