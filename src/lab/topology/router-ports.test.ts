import { describe, expect, it } from 'vitest';
import { parseBench } from './testing/parse-bench.ts';
import type { RouterPort } from './topology.ts';

const brief = ({ name, kind, made, on, end }: RouterPort) =>
  `${name} ${kind} ${made} ${on.join(',')} ${'isp' in end ? `${end.kind} ${end.isp}` : end.kind}`;

const portsOf = (text: string): string[] => parseBench(text).router.ports.map(brief);

const lan = `
/ip address add address=192.168.88.1/24 interface=lan
/ip dhcp-server add interface=lan name=lan address-pool=none disabled=no
`;

describe('routerPorts', () => {
  it('two PPPoE lines and a modem → stand-ins, and the ports that carry them', () => {
    const text = `
/interface pppoe-client
add interface=ether1 name=pppoe-a add-default-route=yes disabled=no
add interface=ether2 name=pppoe-b add-default-route=yes default-route-distance=2 disabled=no
/interface lte set [ find default-name=lte1 ] apn-profiles=default
/ip firewall nat add chain=srcnat action=masquerade out-interface=lte1
${lan}`;
    expect(portsOf(text)).toEqual([
      'pppoe-a pppoe-client stand-in ether1 isp isp1',
      'pppoe-b pppoe-client stand-in ether2 isp isp2',
      'lte1 lte stand-in  isp isp3',
      'lan ethernet port  lan',
      'ether1 ethernet port  plug isp1',
      'ether2 ethernet port  plug isp2',
    ]);
  });

  it('a line that is dialled → has the lease that every command assumes, as its peer', () => {
    const { isps, router } = parseBench(`
/interface pppoe-client add interface=ether1 name=isp max-mtu=1480 add-default-route=yes disabled=no${lan}`);
    expect(isps).toMatchObject([
      { dialled: true, lease: ['100.64.0.2'], gateway: '100.64.0.1', network: '100.64.0.1/32' },
    ]);
    expect(router.ports[0]).toMatchObject({ mtu: 1480, address: '100.64.0.2', peer: '100.64.0.1' });
  });

  it('an address on a name that is no interface → nothing is made for it', () => {
    const ports = portsOf(`
/interface ethernet
set [ find default-name=ether1 ]
set [ find default-name=ether2 ]
/ip address
add address=192.168.0.1/24 interface=ether
add address=192.168.88.1/24 interface=ether2
/ip dhcp-client add interface=ether1 disabled=no
/ip dhcp-server add interface=ether2 name=lan address-pool=none disabled=no`);
    expect(ports).toEqual(['ether1 ethernet port  isp isp1', 'ether2 ethernet port  lan']);
  });

  it('two lines over one port → its plug is pulled for neither', () => {
    const ports = portsOf(`
/interface vlan
add interface=sfp1 name=wan10 vlan-id=10
add interface=sfp1 name=wan20 vlan-id=20
/ip dhcp-client
add interface=wan10 disabled=no
add interface=wan20 disabled=no default-route-distance=2
${lan}`);
    expect(ports).toEqual([
      'wan10 vlan stand-in sfp1 isp isp1',
      'wan20 vlan stand-in sfp1 isp isp2',
      'lan ethernet port  lan',
      'sfp1 ethernet port  nobody',
    ]);
  });

  it('a LAN on a VLAN of a bridge → the bridge with its first port, the VLANs and tunnels with addresses', () => {
    const ports = portsOf(`
/interface bridge add name=bridge
/interface vlan
add interface=bridge name=staff vlan-id=10
add interface=bridge name=voice vlan-id=20
add interface=bridge name=unused vlan-id=30
/interface wireguard add name=wg1 listen-port=13231
/interface bridge port
add bridge=bridge interface=ether3
add bridge=bridge interface=ether4
/ip address
add address=10.1.0.1/24 interface=staff
add address=10.2.0.1/24 interface=voice
add address=10.9.0.1/24 interface=wg1
/ip dhcp-client add interface=ether1 disabled=no
/ip dhcp-server add interface=staff name=staff address-pool=none disabled=no
`);
    expect(ports).toEqual([
      'ether1 ethernet port  isp isp1',
      'staff vlan stand-in bridge lan',
      'bridge bridge bridge ether3 nobody',
      'ether3 ethernet port  nobody',
      'voice vlan stand-in bridge machine',
      'wg1 wireguard stand-in  machine',
    ]);
  });

  it('a WAN on a bridge → the line is plugged into the port of the bridge', () => {
    const ports = portsOf(`
/interface bridge add name=br-wan
/interface bridge port add bridge=br-wan interface=ether1
/ip dhcp-client add interface=br-wan disabled=no
${lan}`);
    expect(ports).toEqual([
      'br-wan bridge bridge ether1 nobody',
      'ether1 ethernet port  isp isp1',
      'lan ethernet port  lan',
    ]);
  });
});
