import { describe, expect, it } from 'vitest';
import { rib, v6 } from '../../test/rib/ribs.ts';
import { printRoutes, routeTable } from './index.ts';

describe('the list of routes', () => {
  it('v6: several gateways, one silent, a disabled route, discarding ones → a cell and flags for each', () => {
    const found = v6(
      `/ip route add gateway=10.1.0.1,10.2.0.1 check-gateway=ping pref-src=10.1.0.2
/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1,10.2.0.1 disabled=yes
/ip route add dst-address=8.0.0.0/8 type=unreachable
/ip route add dst-address=7.0.0.0/8 type=prohibit
/ip route add dst-address=6.0.0.0/8 gateway=ether1 routing-mark=m`,
      { unreachable: ['ping 10.2.0.1'] },
    );
    expect(routeTable(found, { dialect: 'v6' }).rows.slice(0, 5)).toEqual([
      ['AS', '0.0.0.0/0', '10.1.0.1 reachable ether1, 10.2.0.1 unreachable', '1', '', '10.1.0.2'],
      ['XS', '9.0.0.0/8', '10.1.0.1,10.2.0.1', '1', '', ''],
      ['ASU', '8.0.0.0/8', 'unreachable', '1', '', ''],
      ['ASP', '7.0.0.0/8', 'prohibit', '1', '', ''],
      ['AS', '6.0.0.0/8', 'ether1 reachable', '1', 'm', ''],
    ]);
    expect(printRoutes(found, { dialect: 'v6' }, 'en')).toMatch(
      /\n\nNot active:\n {2}9\.0\.0\.0\/8 via 10\.1\.0\.1, 10\.2\.0\.1 \(a\.rsc:5\): It is disabled\.\n$/,
    );
  });

  it('v7: a discarding route that lost, a table by name → said with its kind and table', () => {
    const found = rib(`/ip route add dst-address=9.0.0.0/8 blackhole disabled=yes routing-table=t2`);
    expect(routeTable(found, { dialect: 'v7' }).rows[0]?.[4]).toBe('t2');
    expect(routeTable(found, { dialect: 'v7' }).rows[1]?.[4]).toBe('main');
    expect(printRoutes(found, { dialect: 'v7' }, 'en')).toContain(
      '\n  9.0.0.0/8 via blackhole in t2 (a.rsc:5): It is disabled.\n',
    );
  });

  it('every route is active → nothing under the list', () => {
    const text = printRoutes(rib('/ip route add gateway=10.1.0.1'), { dialect: 'v7' }, 'en');
    expect(text).not.toContain('Not active');
    expect(text.trimEnd().split('\n')).toHaveLength(4);
  });
});
