import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { type Role, type Router, rolesOf, withRoles } from '../index.ts';

const read = (text: string): Router =>
  readRouterOs(`# by RouterOS 7.14\n${text}`, { file: 'roles.rsc' }).router;

/** What decided, for each interface that is something: `ether1: wan (default-route)`. */
const said = (router: Router): string[] =>
  rolesOf(router)
    .all.filter(({ role }) => role !== 'unknown')
    .map(({ interface: name, role, evidence }) => {
      const decisive = evidence.find(item => item.role === role);
      return `${name}: ${role} (${decisive?.kind})`;
    });

describe('rolesOf', () => {
  it('a port with a DHCP client and a DHCP server → LAN: who gives addresses is no uplink', () => {
    const router = read(`
/ip pool
add name=pool6 ranges=192.168.60.2-192.168.60.254
/ip dhcp-server
add address-pool=pool6 disabled=no interface=ether6 name=dhcp6
/ip dhcp-client
add add-default-route=no disabled=no interface=ether6
add add-default-route=no disabled=no interface=ether1
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1`);
    expect(said(router)).toEqual(['ether1: wan (translation)', 'ether6: lan (dhcp-server)']);
  });

  it('masquerade for hosts of one’s own, and for nothing that leads out → the wrong side; for both, or for all → a WAN', () => {
    const office = (nat: string): string[] =>
      said(
        read(`/ip address
add address=203.0.113.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=203.0.113.1
/ip firewall nat
${nat}`),
      );
    const rule = 'add chain=srcnat action=masquerade';
    expect(office(`${rule} out-interface=ether2`)).toEqual([
      'ether1: wan (default-route)',
      'ether2: lan (network)',
    ]);
    for (const more of [`${rule} out-interface=ether1`, rule])
      expect(office(`${rule} out-interface=ether2\n${more}`)).toContain('ether2: wan (translation)');
  });

  it.each<[string, string, Role]>([
    ['default route through its network', '/ip route add gateway=10.1.1.1', 'wan'],
    [
      'default route through a canary behind it',
      '/ip route add gateway=8.8.8.8 target-scope=11\n/ip route add dst-address=8.8.8.8/32 gateway=10.1.1.1 scope=10',
      'wan',
    ],
    ['DHCP client', '/ip dhcp-client add interface=ether1', 'wan'],
    ['masquerade', '/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade', 'wan'],
    [
      'masquerade towards hosts inside',
      '/ip firewall nat add chain=srcnat out-interface=ether1 dst-address=10.1.1.0/24 action=masquerade',
      'lan',
    ],
    [
      'member of WAN',
      '/interface list add name=WAN\n/interface list member add list=WAN interface=ether1',
      'wan',
    ],
    [
      'member of WAN, where rules drop what comes in by others',
      '/interface list add name=WAN\n/interface list member add list=WAN interface=ether1\n/ip firewall filter add chain=forward in-interface=!ether1 connection-state=new action=drop',
      'lan',
    ],
    ['comment', '/interface ethernet set [find default-name=ether1] comment="ISP 1"', 'wan'],
    [
      'comment of another word',
      '/interface ethernet set [find default-name=ether1] comment="display"',
      'lan',
    ],
    ['pool in its network', '/ip pool add name=a ranges=10.1.1.10-10.1.1.20', 'lan'],
    ['dial-in clients in its network', '/ppp secret add name=a remote-address=10.1.1.9', 'lan'],
    [
      'default route through its network, whose hosts get the router as their gateway',
      '/ip route add gateway=10.1.1.1\n/ip dhcp-server network add address=10.1.1.0/24 gateway=10.1.1.2',
      'lan',
    ],
    [
      'default route through its network, whose hosts get another gateway',
      '/ip route add gateway=10.1.1.1\n/ip dhcp-server network add address=10.1.1.0/24 gateway=10.1.1.1',
      'wan',
    ],
    [
      'default route of a table to a host beside the name server of clients',
      '/routing table add fib name=cache\n/ip route add gateway=10.1.1.6 routing-table=cache\n/ip dhcp-server network add address=10.2.2.0/24 gateway=10.2.2.1 dns-server=10.1.1.3',
      'lan',
    ],
    [
      'the same in main',
      '/ip route add gateway=10.1.1.6\n/ip dhcp-server network add address=10.2.2.0/24 gateway=10.2.2.1 dns-server=10.1.1.3',
      'wan',
    ],
    ['network only', '', 'lan'],
  ])('%s → %s', (_, text, role) => {
    const router = read(`/ip address add address=10.1.1.2/24 interface=ether1\n${text}`);
    expect(rolesOf(router).all.find(item => item.interface === 'ether1')?.role).toBe(role);
  });

  it('a port that carries a line and has an address for the modem there → no LAN', () => {
    const text = (more: string) => `
/interface pppoe-client
add add-default-route=yes disabled=no interface=ether1 name=pppoe-out1
/ip address
add address=192.168.1.2/24 interface=ether1
${more}`;
    expect(said(read(text('')))).toEqual(['pppoe-out1: wan (dial-up)']);
    const server = '/ip dhcp-server\nadd interface=ether1 name=s disabled=no\n';
    expect(said(read(text(server)))).toContain('ether1: lan (dhcp-server)');
  });

  it('a port that carries a WAN → no WAN itself, though it is in the list', () => {
    const router = read(`
/interface vlan add interface=ether1 name=vlan10 vlan-id=10
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=vlan10 list=WAN
/ip address add address=10.1.1.2/24 interface=vlan10
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN`);
    expect(rolesOf(router).wans).toEqual(['vlan10']);
  });

  it('a bridge of all ports with the only address, by DHCP → a switch: no WAN; with a LAN beside it a WAN', () => {
    const host = `
/interface bridge add name=bridge1
/interface bridge port add bridge=bridge1 interface=ether1
/interface bridge port add bridge=bridge1 interface=ether2
/ip dhcp-client add interface=bridge1
/ip route add gateway=ether1`;
    expect(said(read(host))).toEqual(['bridge1: lan (host-bridge)']);
    const lan = '/ip address add address=192.168.88.1/24 interface=ether5';
    expect(rolesOf(read(`${host}\n${lan}`)).wans).toEqual(['bridge1']);
  });

  it('a tunnel → tunnel, unless a default route leaves by it', () => {
    const vpn =
      '/interface wireguard add name=wg1\n/ip firewall nat add chain=srcnat out-interface=wg1 action=masquerade';
    expect(rolesOf(read(vpn)).tunnels).toEqual(['wg1']);
    expect(rolesOf(read(`${vpn}\n/ip route add gateway=wg1`)).wans).toEqual(['wg1']);
  });

  it('roles that the user states → those, and no others', () => {
    const router = read(`
/ip address add address=10.1.1.2/24 interface=ether1
/ip address add address=192.168.0.1/24 interface=ether2
/ip route add gateway=10.1.1.1`);
    const { wans, lans } = rolesOf(withRoles(router, { wans: ['ether2'] }));
    expect([wans, lans]).toEqual([['ether2'], ['ether1']]);
    expect(rolesOf(withRoles(router, { lans: [] })).lans).toEqual([]);
  });

  it('evidence → named with its statement', () => {
    const [first] = rolesOf(read('/ip dhcp-client add interface=ether1')).all[0]?.evidence ?? [];
    expect(first).toMatchObject({
      kind: 'dhcp-client',
      what: {
        en: 'ether1 asks a provider for an address by DHCP.',
        id: 'ether1 meminta alamat ke provider lewat DHCP.',
      },
      origin: { menu: '/ip dhcp-client', span: { file: 'roles.rsc', start: { line: 2 } } },
    });
  });
});
