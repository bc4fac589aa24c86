import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../rsc/index.ts';
import { interfaceNames, interfacesInFilter, interfacesMeant, rolesOf } from './index.ts';

const { router } = readRouterOs(
  `# by RouterOS 7.18.2
/interface pppoe-client add name=pppoe-out1 interface=ether1 disabled=no user=x
/interface l2tp-client add name=vpn connect-to=203.0.113.5 disabled=no
/interface vlan add name=vlan10 interface=ether4 vlan-id=10
/interface wireless set [ find default-name=wlan1 ] name=radio
/ip firewall filter add chain=forward in-interface=all-vlan action=drop
/ip firewall filter add chain=forward in-interface=wlan2 action=drop
/ip firewall nat add chain=srcnat out-interface=all-ppp action=masquerade`,
  { file: 'groups.rsc' },
);

describe('interfacesMeant', () => {
  it.each([
    ['all-ppp', ['pppoe-out1', 'vpn']],
    ['all-vlan', ['vlan10']],
    ['all-ethernet', ['ether1', 'ether4']],
    ['all-wireless', ['radio', 'wlan2']],
    ['ether1', ['ether1']],
    ['toString', ['toString']],
  ])('%s → %j', (name, members) => {
    expect([...interfacesMeant(router, name)].sort()).toEqual(members);
  });

  it('a name of a kind → no interface, and what it translates is a WAN', () => {
    expect(interfaceNames(router).filter(name => name.startsWith('all-'))).toEqual([]);
    expect(rolesOf(router).wans).toEqual(['pppoe-out1']);
  });
});

describe('interfaces of VRFs', () => {
  const of = (version: string, menu = '/ip vrf add name=vrf2') =>
    readRouterOs(`# by RouterOS ${version}\n${menu} interfaces=ether2,ether3\n`, { file: 'vrf.rsc' }).router;

  it('the name of a VRF of v7 → its ports; of v6, or turned off → nothing but itself', () => {
    expect(interfacesMeant(of('7.10'), 'vrf2')).toEqual(['ether2', 'ether3']);
    expect(interfacesMeant(of('7.10', '/ip vrf add disabled=yes name=vrf2'), 'vrf2')).toEqual(['vrf2']);
    expect(interfacesMeant(of('6.49', '/ip route vrf add routing-mark=vrf2'), 'vrf2')).toEqual(['vrf2']);
  });

  it('a port of a VRF in a filter rule → itself before 7.14, none from then on', () => {
    expect(interfacesInFilter(of('7.13'), 'ether2')).toEqual(['ether2']);
    expect(interfacesInFilter(of('7.14'), 'ether2')).toEqual([]);
    expect(interfacesInFilter(of('7.14'), 'vrf2')).toEqual(['ether2', 'ether3']);
    expect(interfacesInFilter(of('7.14'), 'ether5')).toEqual(['ether5']);
  });
});
