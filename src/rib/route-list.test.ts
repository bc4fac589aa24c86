import { describe, expect, it } from 'vitest';
import { first, rib, v6 } from '../../test/rib/ribs.ts';
import { flagsOf } from './flags.ts';
import { printRoutes, type RibGateway, routeFlags, routeTable } from './index.ts';

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

describe('flagsOf', () => {
  const stateOf = (...gateways: RibGateway['state'][]) => {
    const route = first(rib('/ip route add gateway=10.1.0.1'));
    const [one] = route.gateways;
    if (!one) throw new Error('no gateway');
    return flagsOf({ ...route, active: false, gateways: gateways.map(state => ({ ...one, state })) }).state;
  };

  it('a route that lost → no mark while one of its gateways is reachable, else I', () => {
    expect(stateOf('reachable')).toBe('');
    expect(stateOf('unreachable', 'reachable')).toBe('');
    expect(stateOf('unreachable', 'interface-down')).toBe('I');
    expect(stateOf()).toBe('I');
  });

  it('a discarding route that lost → no mark: it needs no gateway', () => {
    const text = '/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1\n';
    const found = rib(`${text}/ip route add dst-address=9.0.0.0/8 blackhole distance=2`).routes[1];
    expect(found && routeFlags(found, { dialect: 'v7' })).toBe('s');
    expect(found && flagsOf(found)).toMatchObject({ state: '', end: 'B' });
  });

  it('a gateway found through two ways → both are in the cell', () => {
    const found = v6(`/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1,10.2.0.1 scope=10
/ip route add gateway=9.9.9.9`);
    expect(routeTable(found, { dialect: 'v6' }).rows[1]?.[2]).toBe(
      '9.9.9.9 recursive via 10.1.0.1 ether1, 10.2.0.1 ether2',
    );
    expect(found.routes[1]?.ecmp).toBe(true);
  });

  it('as the router prints: numbers for routes that can be changed alone', () => {
    const found = rib('/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1\n/ip route add gateway=10.2.0.1');
    expect(printRoutes(found, { dialect: 'v7' }, 'en', 'cli')).toMatchInlineSnapshot(`
      "Flags: D - DYNAMIC; A - ACTIVE; c - CONNECT, s - STATIC
      Columns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE
      #     DST-ADDRESS  GATEWAY   ROUTING-TABLE  DISTANCE
      0  As 0.0.0.0/0    10.2.0.1  main                  1
      1  As 9.0.0.0/8    10.1.0.1  main                  1
        DAc 10.1.0.0/24  ether1    main                  0
        DAc 10.2.0.0/24  ether2    main                  0
      "
    `);
    const old = v6(
      '/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1,10.2.0.1\n/ip route add gateway=10.2.0.1',
    );
    expect(printRoutes(old, { dialect: 'v6' }, 'en', 'cli')).toMatchInlineSnapshot(`
      "Flags: X - disabled, A - active, D - dynamic, C - connect, S - static, r - rip, b - bgp, o - ospf, m - mme,
      B - blackhole, U - unreachable, P - prohibit
       #      DST-ADDRESS        PREF-SRC        GATEWAY            DISTANCE
       0 A S  0.0.0.0/0                          10.2.0.1                  1
       1 A S  9.0.0.0/8                          10.1.0.1,10.2.0.1         1
       2 ADC  10.1.0.0/24        10.1.0.2        ether1                    0
       3 ADC  10.2.0.0/24        10.2.0.2        ether2                    0
      "
    `);
  });

  it('as the router prints: by destination, the wider first, v6 by distance, marks by name before main', () => {
    const order = (text: string) =>
      text
        .split('\n')
        .flatMap(line => /^ *\d+ .*?(\d+\.[\d./]+) .*$/.exec(line)?.[0].trim().replace(/ +/g, ' ') ?? []);
    const routes = (mark: string) =>
      [
        'dst-address=10.9.0.0/24 gateway=10.1.0.1',
        'dst-address=10.9.0.0/16 gateway=10.1.0.1',
        'gateway=10.1.0.1 distance=3',
        'gateway=10.1.0.1 distance=2',
        `gateway=10.1.0.1 ${mark}=z`,
        `gateway=10.1.0.1 ${mark}=a`,
      ]
        .map(route => `/ip route add ${route}`)
        .join('\n');
    expect(
      order(printRoutes(v6(routes('routing-mark')), { dialect: 'v6' }, 'en', 'cli')),
    ).toMatchInlineSnapshot(`
      [
        "0 A S 0.0.0.0/0 10.1.0.1 1 a",
        "1 A S 0.0.0.0/0 10.1.0.1 1 z",
        "2 A S 0.0.0.0/0 10.1.0.1 2",
        "3 S 0.0.0.0/0 10.1.0.1 3",
        "4 ADC 10.1.0.0/24 10.1.0.2 ether1 0",
        "5 ADC 10.2.0.0/24 10.2.0.2 ether2 0",
        "6 A S 10.9.0.0/16 10.1.0.1 1",
        "7 A S 10.9.0.0/24 10.1.0.1 1",
      ]
    `);
    const tables = '/routing table add name=a fib\n/routing table add name=z fib\n';
    expect(
      order(printRoutes(rib(tables + routes('routing-table')), { dialect: 'v7' }, 'en', 'cli')),
    ).toMatchInlineSnapshot(`
      [
        "0 s 0.0.0.0/0 10.1.0.1 main 3",
        "1 As 0.0.0.0/0 10.1.0.1 main 2",
        "2 As 10.9.0.0/16 10.1.0.1 main 1",
        "3 As 10.9.0.0/24 10.1.0.1 main 1",
        "4 As 0.0.0.0/0 10.1.0.1 a 1",
        "5 As 0.0.0.0/0 10.1.0.1 z 1",
      ]
    `);
  });
});
