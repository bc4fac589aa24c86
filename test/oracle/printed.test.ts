import { describe, expect, it } from 'vitest';
import type { Ipv4Interface } from '../../src/net/index.ts';
import { assumeWorld, computeRib, type KnownWorld, type Lease, printRoutes } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';

/** What the console of a router printed, to the letter; tables of MikroTik's manual and of public transcripts. */
function printed(text: string, known: KnownWorld = {}): string {
  const { router } = readRouterOs(text, { file: 'printed.rsc' });
  const { world } = assumeWorld(router, known);
  const [table = ''] = printRoutes(computeRib(router, world), router.version, 'en', 'cli').split('\n\n');
  return `\n${table.trimEnd()}\n`;
}

const lease = (name: string, address: Ipv4Interface, more: Partial<Lease>): Lease => ({
  interface: name,
  address,
  dns: [],
  leaseTime: 600_000,
  ...more,
});

describe('/ip/route/print of RouterOS 7', () => {
  it('a static default and two networks', () => {
    const text = `# by RouterOS 7.19
/ip address add address=192.168.18.12/24 interface=ether1
/ip address add address=192.168.10.1/24 interface=ether2
/ip route add gateway=192.168.18.1`;
    expect(printed(text)).toBe(`
Flags: D - DYNAMIC; A - ACTIVE; c - CONNECT, s - STATIC
Columns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE
#     DST-ADDRESS      GATEWAY       ROUTING-TABLE  DISTANCE
0  As 0.0.0.0/0        192.168.18.1  main                  1
  DAc 192.168.10.0/24  ether2        main                  0
  DAc 192.168.18.0/24  ether1        main                  0
`);
  });

  it('PPPoE, bridges: every route dynamic → no column of numbers', () => {
    const text = `# by RouterOS 7.22
/interface bridge add name=bridge_localnet
/interface bridge add name=bridge_video
/interface pppoe-client add add-default-route=yes disabled=no interface=sfp-sfpplus2 name=pppoe-out1 user=u
/ip address add address=192.168.200.1/22 interface=bridge_localnet
/ip address add address=192.168.1.1/24 interface=bridge_video`;
    const line = lease('pppoe-out1', { address: '198.51.100.21', length: 32 }, { gateway: '79.126.0.1' });
    expect(printed(text, { leases: [line] })).toBe(`
Flags: D - DYNAMIC; A - ACTIVE; c - CONNECT, v - VPN
Columns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE
    DST-ADDRESS       GATEWAY          ROUTING-TABLE  DISTANCE
DAv 0.0.0.0/0         pppoe-out1       main                  1
DAc 79.126.0.1/32     pppoe-out1       main                  0
DAc 192.168.1.0/24    bridge_video     main                  0
DAc 192.168.200.0/22  bridge_localnet  main                  0
`);
  });

  it('a port that is down: its network is inactive, without a distance', () => {
    const text = `# by RouterOS 7.20
/ip address add address=172.16.3.1/24 interface=ether1
/ip address add address=192.168.2.1/24 interface=ether2
/ip address add address=192.168.3.1/24 interface=ether3`;
    expect(printed(text, { down: ['ether3'] })).toBe(`
Flags: D - DYNAMIC; I - INACTIVE, A - ACTIVE; c - CONNECT
Columns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE
    DST-ADDRESS     GATEWAY  ROUTING-TABLE  DISTANCE
DAc 172.16.3.0/24   ether1   main                  0
DAc 192.168.2.0/24  ether2   main                  0
DIc 192.168.3.0/24  ether3   main
`);
  });

  it('routes through a router in a network of ours, VLANs, bridges', () => {
    const text = `# by RouterOS 7.19
/interface bridge add name=br-mgmt
/interface vlan add interface=sfp-sfpplus1 name=vlan30-users vlan-id=30
/interface vlan add interface=sfp-sfpplus1 name=vlan50-active-directory vlan-id=50
/ip address add address=10.0.0.5/24 interface=sfp-sfpplus12
/ip address add address=10.100.10.1/28 interface=br-mgmt
/ip address add address=10.100.30.1/24 interface=vlan30-users
/ip address add address=10.100.50.1/28 interface=vlan50-active-directory
/ip route add gateway=10.0.0.1
/ip route add dst-address=10.100.10.16/28 gateway=10.100.10.2`;
    expect(printed(text)).toBe(`
Flags: D - DYNAMIC; A - ACTIVE; c - CONNECT, s - STATIC
Columns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE
#     DST-ADDRESS      GATEWAY                  ROUTING-TABLE  DISTANCE
0  As 0.0.0.0/0        10.0.0.1                 main                  1
  DAc 10.0.0.0/24      sfp-sfpplus12            main                  0
  DAc 10.100.10.0/28   br-mgmt                  main                  0
1  As 10.100.10.16/28  10.100.10.2              main                  1
  DAc 10.100.30.0/24   vlan30-users             main                  0
  DAc 10.100.50.0/28   vlan50-active-directory  main                  0
`);
  });

  it('a table of its own whose gateway is resolved in main: other tables behind main', () => {
    const text = `# by RouterOS 7.1
/ip dhcp-client add interface=ether8
/ip address add address=172.16.2.2/24 interface=ether7
/routing table add fib name=myTable
/ip route add dst-address=8.8.8.8 gateway=172.16.1.1
/ip route add dst-address=8.8.8.8 gateway=172.16.2.1@main routing-table=myTable`;
    const dhcp = lease('ether8', { address: '172.16.1.2', length: 24 }, { gateway: '172.16.1.1' });
    expect(printed(text, { leases: [dhcp] })).toBe(`
Flags: D - DYNAMIC; A - ACTIVE; c - CONNECT, s - STATIC, d - DHCP
Columns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE
#     DST-ADDRESS    GATEWAY     ROUTING-TABLE  DISTANCE
  DAd 0.0.0.0/0      172.16.1.1  main                  1
0  As 8.8.8.8/32     172.16.1.1  main                  1
  DAc 172.16.1.0/24  ether8      main                  0
  DAc 172.16.2.0/24  ether7      main                  0
1  As 8.8.8.8/32     172.16.2.1  myTable               1
`);
  });

  it('networks of a VRF: the port with its table', () => {
    const text = `# by RouterOS 7.15
/ip vrf add interfaces=ipip-tunnel1,dummy_custC name=custC
/ip address add address=172.16.1.1/24 interface=dummy_custC
/ip address add address=192.168.1.1/24 interface=ipip-tunnel1`;
    expect(printed(text)).toBe(`
Flags: D - DYNAMIC; A - ACTIVE; c - CONNECT
Columns: DST-ADDRESS, GATEWAY, ROUTING-TABLE, DISTANCE
    DST-ADDRESS     GATEWAY             ROUTING-TABLE  DISTANCE
DAc 172.16.1.0/24   dummy_custC@custC   custC                 0
DAc 192.168.1.0/24  ipip-tunnel1@custC  custC                 0
`);
  });
});

const legend6 = `Flags: X - disabled, A - active, D - dynamic, C - connect, S - static, r - rip, b - bgp, o - ospf, m - mme,
B - blackhole, U - unreachable, P - prohibit`;

describe('/ip route print of RouterOS 6', () => {
  it('a lease: `ADS`, the own address beside its network', () => {
    const text = '# by RouterOS 6.49.10\n/ip dhcp-client add disabled=no interface=ether1';
    const dhcp = lease('ether1', { address: '10.155.136.41', length: 24 }, { gateway: '10.155.136.1' });
    expect(printed(text, { leases: [dhcp] })).toBe(`
${legend6}
 #      DST-ADDRESS        PREF-SRC        GATEWAY            DISTANCE
 0 ADS  0.0.0.0/0                          10.155.136.1              1
 1 ADC  10.155.136.0/24    10.155.136.41   ether1                    0
`);
  });

  it('a static default beside that of a lease, bridges and VLANs', () => {
    const text = `# by RouterOS 6.45.9
/interface bridge add name=bridge-all-vlans
/interface vlan add interface=bridge-all-vlans name=vlan70uplink vlan-id=70
/interface vlan add interface=bridge-all-vlans name=vlan1342 vlan-id=1342
/ip address add address=10.0.134.254/24 interface=bridge-all-vlans
/ip address add address=10.2.134.254/24 interface=vlan1342
/ip dhcp-client add disabled=no interface=vlan70uplink
/ip route add distance=1 gateway=10.0.70.254`;
    const dhcp = lease('vlan70uplink', { address: '10.0.70.253', length: 24 }, { gateway: '10.0.70.254' });
    expect(printed(text, { leases: [dhcp] })).toBe(`
${legend6}
 #      DST-ADDRESS        PREF-SRC        GATEWAY            DISTANCE
 0 A S  0.0.0.0/0                          10.0.70.254               1
 1  DS  0.0.0.0/0                          10.0.70.254               1
 2 ADC  10.0.70.0/24       10.0.70.253     vlan70uplink              0
 3 ADC  10.0.134.0/24      10.0.134.254    bridge-all-vlans          0
 4 ADC  10.2.134.0/24      10.2.134.254    vlan1342                  0
`);
  });

  it('a gateway of a lease that is in none of its networks → not reachable', () => {
    const text = '# by RouterOS 6.48\n/ip dhcp-client add disabled=no interface=ether1';
    const dhcp = lease('ether1', { address: '192.168.88.100', length: 24 }, { gateway: '172.16.1.1' });
    expect(printed(text, { leases: [dhcp] })).toBe(`
${legend6}
 #      DST-ADDRESS        PREF-SRC        GATEWAY            DISTANCE
 0  DS  0.0.0.0/0                          172.16.1.1                1
 1 ADC  192.168.88.0/24    192.168.88.100  ether1                    0
`);
  });

  it('a PPTP line: its peer alone is connected, and gateway of routes', () => {
    const text = `# by RouterOS 6.30
/interface bridge add name=bridge-local
/interface pptp-client add connect-to=203.0.113.9 disabled=no name=pptp-out1 user=u
/ip address add address=1.2.2.1/24 interface=bridge-local
/ip route add dst-address=1.2.1.0/24 gateway=172.16.1.1
/ip route add dst-address=1.2.3.0/24 gateway=172.16.1.1`;
    const line = lease('pptp-out1', { address: '172.16.1.2', length: 32 }, { gateway: '172.16.1.1' });
    expect(printed(text, { leases: [line] })).toBe(`
${legend6}
 #      DST-ADDRESS        PREF-SRC        GATEWAY            DISTANCE
 0 A S  1.2.1.0/24                         172.16.1.1                1
 1 ADC  1.2.2.0/24         1.2.2.1         bridge-local              0
 2 A S  1.2.3.0/24                         172.16.1.1                1
 3 ADC  172.16.1.1/32      172.16.1.2      pptp-out1                 0
`);
  });
});
