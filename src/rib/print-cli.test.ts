import { expect, it } from 'vitest';
import { makeDhcpClient, makeIpAddress, makeRoute, makeRouter } from '../model/index.ts';
import { parseIpv4Interface } from '../net/index.ts';
import { assumeWorld, computeRib, printRoutes } from './index.ts';

const at = (text: string) => parseIpv4Interface(text) ?? { address: '0.0.0.0', length: 0 };

function shown(dialect: 'v6' | 'v7'): string {
  const router = makeRouter({
    version: { dialect, text: '', evidence: [] },
    addresses: [makeIpAddress({ address: at('192.168.0.1/24'), interface: 'ether4' })],
    dhcpClients: [makeDhcpClient({ interface: 'ether1' })],
    routes: [
      makeRoute({ gateways: [{ address: '10.10.10.1' }], distance: 2 }),
      makeRoute({ gateways: [{ address: '10.10.10.1' }], table: 'to1' }),
      makeRoute({ destination: '10.0.0.0/8', type: 'blackhole', disabled: true }),
      makeRoute({ destination: '203.0.113.0/24', gateways: [{ address: '192.168.7.1' }] }),
    ],
    routingTables: [],
  });
  const leases = [
    {
      interface: 'ether1',
      address: at('10.10.10.254/24'),
      gateway: '10.10.10.1',
      dns: [],
      leaseTime: 3_600_000,
    } as const,
  ];
  const { world } = assumeWorld(router, { leases });
  const [table = ''] = printRoutes(computeRib(router, world), router.version, 'en', 'cli').split('\n\n');
  return table.trimEnd();
}

it('v6: every flag in its place, tables of marks first, preferred sources → as /ip route print', () => {
  expect(shown('v6')).toMatchInlineSnapshot(`
    "Flags: X - disabled, A - active, D - dynamic, C - connect, S - static, r - rip, b - bgp, o - ospf, m - mme,
    B - blackhole, U - unreachable, P - prohibit
     #      DST-ADDRESS        PREF-SRC        GATEWAY            DISTANCE  ROUTING-MARK
     0 A S  0.0.0.0/0                          10.10.10.1                1  to1
     1 ADS  0.0.0.0/0                          10.10.10.1                1
     2   S  0.0.0.0/0                          10.10.10.1                2
     3 X SB 10.0.0.0/8                                                   1
     4 ADC  10.10.10.0/24      10.10.10.254    ether1                    0
     5 ADC  192.168.0.0/24     192.168.0.1     ether4                    0
     6   S  203.0.113.0/24                     192.168.7.1               1"
  `);
});

it('v7: legend of the flags that occur, main first, no numbers for dynamic routes → as /ip/route/print', () => {
  expect(shown('v7')).toMatchInlineSnapshot(`
    "Flags: D - DYNAMIC; X - DISABLED, I - INACTIVE, A - ACTIVE; c - CONNECT, s - STATIC, d - DHCP
    Columns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE
    #     DST-ADDRESS     GATEWAY      ROUTING-TABLE  DISTANCE
    0   s 0.0.0.0/0       10.10.10.1   main                  2
      DAd 0.0.0.0/0       10.10.10.1   main                  1
    1  Xs 10.0.0.0/8                   main                  1
      DAc 10.10.10.0/24   ether1       main                  0
      DAc 192.168.0.0/24  ether4       main                  0
    2  Is 203.0.113.0/24  192.168.7.1  main                  1
    3   s 0.0.0.0/0       10.10.10.1   to1                   1"
  `);
});
