import { describe, expect, it } from 'vitest';
import { makeDhcpClient, makeIpAddress, makeRoute, makeRouter, type Route } from '../model/index.ts';
import { type Ipv4, parseIpv4Interface, toIpv4 } from '../net/index.ts';
import { computeRib, type Lease, printRoutes, routeTable, settledWorld, type World } from './index.ts';

const at = (text: string) => parseIpv4Interface(text) ?? { address: '0.0.0.0', length: 0 };
const lease = (name: string, address: string, gateway: Ipv4): Lease => ({
  interface: name,
  address: at(address),
  gateway,
  dns: [],
  leaseTime: 3_600_000,
});

const idle = (name: string, running = true) => ({ name, running, addresses: [] });
const world: World = {
  interfaces: { ether1: idle('ether1'), ether2: idle('ether2'), ether4: idle('ether4') },
  leases: {
    ether1: lease('ether1', '10.10.10.254/24', '10.10.10.1'),
    ether2: lease('ether2', '20.20.20.254/24', '20.20.20.1'),
  },
  unreachable: [],
};

const main = (address: Ipv4, distance: number): Route =>
  makeRoute({ gateways: [{ address }], distance, checkGateway: 'ping' });
const marked = (address: Ipv4, table: string): Route =>
  makeRoute({ gateways: [{ address }], table, checkGateway: 'ping' });

const paper = (dialect: 'v6' | 'v7', routes: readonly Route[]) =>
  makeRouter({
    version: { dialect, text: '', evidence: [] },
    addresses: [makeIpAddress({ address: at('192.168.0.1/24'), interface: 'ether4' })],
    dhcpClients: [makeDhcpClient({ interface: 'ether1' }), makeDhcpClient({ interface: 'ether2' })],
    routes,
  });

describe('the route list of the paper', () => {
  const pair = [main('10.10.10.1', 1), main('20.20.20.1', 2)];
  const tables = ['10.111.0.1 to_ISP1', '172.16.0.1 to_ISP2'].map(text => {
    const [address = '', table = ''] = text.split(' ');
    return marked(toIpv4(address), table);
  });

  // Gambar 6, row by row. Of the two equal routes (rows 1 and 3) the paper's router had the second active:
  // RouterOS promises no order among equals, and we always take the first.
  it('repeats Gambar 6', () => {
    const router = paper('v6', [...pair, ...pair]);
    const { columns, rows } = routeTable(computeRib(router, settledWorld(router, world)), { dialect: 'v6' });
    expect(columns).toEqual(['', 'Dst. Address', 'Gateway', 'Distance', 'Routing Mark', 'Pref. Source']);
    expect(rows).toEqual([
      ['AS', '0.0.0.0/0', '10.10.10.1 reachable ether1', '1', '', ''],
      ['S', '0.0.0.0/0', '20.20.20.1 reachable ether2', '2', '', ''],
      ['S', '0.0.0.0/0', '10.10.10.1 reachable ether1', '1', '', ''],
      ['S', '0.0.0.0/0', '20.20.20.1 reachable ether2', '2', '', ''],
      ['DS', '0.0.0.0/0', '10.10.10.1 reachable ether1', '1', '', ''],
      ['DS', '0.0.0.0/0', '20.20.20.1 reachable ether2', '1', '', ''],
      ['DAC', '10.10.10.0/24', 'ether1 reachable', '0', '', '10.10.10.254'],
      ['DAC', '20.20.20.0/24', 'ether2 reachable', '0', '', '20.20.20.254'],
      ['DAC', '192.168.0.0/24', 'ether4 reachable', '0', '', '192.168.0.1'],
    ]);
  });

  it('shows the marked tables of the listing empty', () => {
    const router = paper('v6', [...tables, ...tables, ...pair]);
    const rib = computeRib(router, settledWorld(router, world));
    expect(printRoutes(rib, { dialect: 'v6' }, 'en')).toMatchInlineSnapshot(`
      "     Dst. Address    Gateway                      Distance  Routing Mark  Pref. Source
      S    0.0.0.0/0       10.111.0.1 unreachable       1         to_ISP1
      S    0.0.0.0/0       172.16.0.1 unreachable       1         to_ISP2
      S    0.0.0.0/0       10.111.0.1 unreachable       1         to_ISP1
      S    0.0.0.0/0       172.16.0.1 unreachable       1         to_ISP2
      AS   0.0.0.0/0       10.10.10.1 reachable ether1  1
      S    0.0.0.0/0       20.20.20.1 reachable ether2  2
      DS   0.0.0.0/0       10.10.10.1 reachable ether1  1
      DS   0.0.0.0/0       20.20.20.1 reachable ether2  1
      DAC  10.10.10.0/24   ether1 reachable             0                       10.10.10.254
      DAC  20.20.20.0/24   ether2 reachable             0                       20.20.20.254
      DAC  192.168.0.0/24  ether4 reachable             0                       192.168.0.1

      Not active:
        0.0.0.0/0 via 10.111.0.1 in to_ISP1: 10.111.0.1 lies in no connected network, and no active route with scope 10 or less leads to it.
        0.0.0.0/0 via 172.16.0.1 in to_ISP2: 172.16.0.1 lies in no connected network, and no active route with scope 10 or less leads to it.
        0.0.0.0/0 via 10.111.0.1 in to_ISP1: 10.111.0.1 lies in no connected network, and no active route with scope 10 or less leads to it.
        0.0.0.0/0 via 172.16.0.1 in to_ISP2: 172.16.0.1 lies in no connected network, and no active route with scope 10 or less leads to it.
        0.0.0.0/0 via 20.20.20.1: Distance 2: 10.10.10.1 has distance 1.
        0.0.0.0/0 via 10.10.10.1: Same distance as 10.10.10.1: RouterOS uses one of them, not saying which; taken here: static before dhcp.
        0.0.0.0/0 via 20.20.20.1: Same distance as 10.10.10.1: RouterOS uses one of them, not saying which; taken here: static before dhcp.
      "
    `);
  });
});

describe('routeFlags of v7', () => {
  it('tells active, inactive, idle, disabled, ECMP and blackhole apart', () => {
    const router = paper('v7', [
      main('10.10.10.1', 1),
      main('20.20.20.1', 1),
      main('20.20.20.1', 2),
      main('10.111.0.1', 1),
      makeRoute({ gateways: [{ address: '10.10.10.1' }], disabled: true }),
      makeRoute({ destination: '10.0.0.0/8', type: 'blackhole' }),
    ]);
    const down = { ...world.interfaces, ether4: idle('ether4', false) };
    const rib = computeRib(router, settledWorld(router, { ...world, interfaces: down }));
    expect(routeTable(rib, { dialect: 'v7' }).rows.map(([flags]) => flags)).toEqual([
      ...['As+', 'As+', 's', 'Is', 'Xs', 'As', 'DAd+', 'DAd+', 'DAc', 'DAc', 'DIc'],
    ]);
  });

  it('shows recursion with its way out', () => {
    const router = paper('v7', [
      makeRoute({ destination: '8.8.4.4/32', gateways: [{ address: '10.10.10.1' }], scope: 10 }),
      makeRoute({ gateways: [{ address: '8.8.4.4' }], targetScope: 11 }),
    ]);
    const { rows } = routeTable(computeRib(router, settledWorld(router, world)), { dialect: 'v7' });
    expect(rows[1]?.[2]).toBe('8.8.4.4 recursive via 10.10.10.1 ether1');
  });
});
