import { describe, expect, it } from 'vitest';
import { assumeWorld, situationOf } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { type Prepared, prepare } from '../../walk/index.ts';
import { packetClasses } from '../classes/classes.ts';
import { prove } from '../prove.ts';
import { openUplinks, saysTheWay, uplinksOf } from './uplinks.ts';

/** A text in a world with all that is usually assumed. */
function assumed(text: string): Prepared {
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  const { world } = assumeWorld(router);
  const { rib } = situationOf(router, world);
  return prepare(router, rib, world, { engine: 'routeros', seed: 0 });
}

const lan = `/interface list
add name=WAN
/interface list member
add interface=ether1 list=WAN
/ip address
add address=192.168.0.1/24 interface=ether2
/ip dns
set servers=198.51.100.53
`;

describe('uplinksOf', () => {
  it('a lease whose default route comes after all others → no uplink; with any other distance → one', () => {
    const leases = (more: string) =>
      uplinksOf(
        assumed(
          `/ip dhcp-client\nadd interface=ether1 disabled=no\nadd interface=vlan4 disabled=no ${more}\n/ip address\nadd address=192.168.0.1/24 interface=ether2\n`,
        ),
      );
    expect(leases('default-route-distance=255')).toEqual(['ether1']);
    expect(leases('default-route-distance=254')).toEqual(['ether1', 'vlan4']);
  });
});

describe('a gateway that routes by two lines lead to', () => {
  const pinned = (second: string) => `/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.0.1.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip route
add dst-address=8.8.8.8/32 gateway=10.0.0.1 scope=10
add dst-address=${second}/32 gateway=10.0.1.1 scope=10
add gateway=8.8.8.8 target-scope=11 check-gateway=ping
/ip firewall nat
add chain=srcnat action=masquerade out-interface=!ether2
`;

  it('both are uplinks: the death of one takes the default route, though the other lives', () => {
    expect(uplinksOf(assumed(pinned('8.8.8.8')))).toEqual(['ether1', 'ether3']);
    const { router } = readRouterOs(pinned('8.8.8.8'), { file: 'office.rsc', dialect: 'v7' });
    const { violations } = prove(router, assumeWorld(router).world, { engine: 'routeros' });
    expect(violations).toContainEqual(
      expect.objectContaining({
        invariant: 'lan-reaches-internet',
        fault: { interface: 'ether1', kind: 'gateway' },
      }),
    );
  });

  it('the default route does not resolve at all → what leads to its gateway is none', () => {
    expect(uplinksOf(assumed(pinned('8.8.8.8').replace(' target-scope=11', '')))).toEqual([]);
  });

  it('another host by the second line → it is none', () => {
    expect(uplinksOf(assumed(pinned('9.9.9.9')))).toEqual(['ether1']);
  });
});

describe('saysTheWay', () => {
  it('neither a default route nor who gives the WAN its address → a part, of which the Internet is not asked', () => {
    const part = assumed(lan);
    expect(saysTheWay(part)).toBe(false);
    const directions = new Set(packetClasses(part).map(({ direction }) => direction));
    expect([...directions].filter(name => /internet|servers/.test(name))).toEqual([]);
  });

  it('an address, a DHCP client, a default route → it does', () => {
    for (const more of [
      'add address=10.0.0.2/24 interface=ether1\n',
      '/ip dhcp-client\nadd interface=ether1 add-default-route=no disabled=no\n',
      '/ip route\nadd gateway=10.0.0.1\n',
    ])
      expect(saysTheWay(assumed(lan.replace('/ip dns\n', `${more}/ip dns\n`)))).toBe(true);
  });
});

describe('openUplinks', () => {
  it('a WAN that is named alone, and main leads nowhere → nobody is asked who comes in by it', () => {
    const part = '/routing table\nadd fib name=vpn\n/ip route\nadd gateway=ether1 routing-table=vpn\n';
    expect(openUplinks(assumed(`${lan}${part}`))).toEqual([]);
    const main = `${lan}${part}add gateway=10.0.0.1\n`;
    const mark = '/ip firewall mangle\nadd chain=prerouting action=mark-connection new-connection-mark=a\n';
    expect(openUplinks(assumed(main + mark))).toEqual(['ether1']);
    expect(openUplinks(assumed(`# by RouterOS 7.14\n${main}`))).toEqual(['ether1']);
  });

  it('a part that leads out by main and marks nothing → the rest may answer', () => {
    expect(openUplinks(assumed(`${lan}/ip route\nadd gateway=10.0.0.1\n`))).toEqual([]);
  });

  it('modems that only stand as gateways → the rest may answer; with a statement of their own → they do', () => {
    const routes = '/ip route\nadd gateway=lte1\nadd gateway=lte2 distance=3\n';
    expect(openUplinks(assumed(routes))).toEqual([]);
    const own = '/ip address\nadd address=192.168.0.1/24 interface=ether2\n';
    const stated =
      '/interface lte\nset [find default-name=lte1] mtu=1500\nset [find default-name=lte2] mtu=1500\n';
    expect(openUplinks(assumed(`${own}${stated}${routes}`))).toEqual(['lte1', 'lte2']);
    expect(openUplinks(assumed(`${stated}${routes}`))).toEqual([]);
  });

  it('a line that is in list LAN → to another router of one’s own: no stranger comes in by it', () => {
    const inside =
      '/ip dhcp-client\nadd interface=wlan1 disabled=no\n/interface list member\nadd interface=wlan1 list=';
    const lists =
      '/interface list\nadd name=LAN\nadd name=other\n/ip address\nadd address=192.168.0.1/24 interface=ether2\n';
    expect(openUplinks(assumed(`${lists}${inside}other\n`))).toEqual(['wlan1']);
    expect(openUplinks(assumed(`${lists}${inside}LAN\n`))).toEqual([]);
  });

  it('a route by a port of a bridge that is an uplink itself → neither is asked', () => {
    const bridged = (more = '') => `/interface bridge
add name=bridge1 ${more}
/interface bridge port
add bridge=bridge1 interface=ether1
/ip dhcp-client
add interface=bridge1 disabled=no
/ip address
add address=192.168.0.1/24 interface=ether5
/ip route
add gateway=`;
    expect(openUplinks(assumed(`${bridged()}ether1\n`))).toEqual([]);
    expect(uplinksOf(assumed(`${bridged()}ether1\n`))).toEqual(['bridge1']);
    expect(openUplinks(assumed(`${bridged()}ether2\n`))).toContain('bridge1');
    expect(uplinksOf(assumed(`${bridged('disabled=yes')}ether1\n`))).toContain('ether1');
  });

  it('a tunnel with a default route → nobody comes in by it; a line of a provider → somebody does', () => {
    const office = assumed(`${lan}/ip address
add address=10.0.0.2/24 interface=ether1
/interface wireguard
add name=wg1 listen-port=13231
/interface l2tp-client
add name=l2tp1 connect-to=198.51.100.7 user=a disabled=no add-default-route=yes
/routing table
add fib name=vpn
/ip route
add gateway=10.0.0.1
add gateway=wg1 routing-table=vpn
`);
    expect(office.wans.toSorted()).toEqual(['ether1', 'l2tp1', 'wg1']);
    expect(openUplinks(office).toSorted()).toEqual(['ether1', 'l2tp1']);
  });
});
