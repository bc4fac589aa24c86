import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../rsc/index.ts';
import { interfaceNames, interfacesMeant, rolesOf } from './index.ts';

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
