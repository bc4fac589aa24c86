import { describe, expect, it } from 'vitest';
import { type Router, rolesOf } from '../../../model/index.ts';
import { readRouterOs } from '../../../rsc/index.ts';
import { assumeWorld } from '../assumed.ts';
import { assumptionText } from '../say.ts';
import { assumedAddresses } from './assumed-addresses.ts';
import { withAssumedPorts } from './assumed-ports.ts';
import { gatewaysBehind } from './gateways-behind.ts';
import { wordsShared } from './words-shared.ts';

const read = (text: string): Router => readRouterOs(`# by RouterOS 7.14\n${text}`, { file: 'a.rsc' }).router;

const assumedIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    assumedAddresses(read(text)).map(({ interface: name, role, address }) => [
      name,
      `${role} ${address.address}/${address.length}`,
    ]),
  );

const twoWans = `
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
`;
const routes = '/ip route\nadd gateway=203.0.113.1 comment="ISP 2"\nadd gateway=198.51.100.1 distance=2\n';

describe('gatewaysBehind', () => {
  const behind = (text: string) => Object.fromEntries(gatewaysBehind(read(text)));

  it('nothing tells them apart → in the order of the text, those of main first', () => {
    expect(behind(twoWans + routes)).toEqual({ ether1: '203.0.113.1', ether2: '198.51.100.1' });
  });

  it('a word that only one port and one route have → those two', () => {
    const named = '/interface ethernet set [find default-name=ether2] comment=isp2-fibre\n';
    expect(behind(named + twoWans + routes)).toEqual({ ether1: '198.51.100.1', ether2: '203.0.113.1' });
  });

  it('what comes in is marked for a table → the gateway of its default route, through a probe address too', () => {
    const marks = `/routing table add fib name=t2
/ip firewall mangle
add chain=prerouting in-interface=ether1 action=mark-connection new-connection-mark=c2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=t2
/ip route add gateway=9.9.9.9 routing-table=t2 target-scope=11
/ip route add gateway=198.51.100.1 dst-address=9.9.9.9/32 scope=10
`;
    expect(behind(twoWans + routes + marks)).toEqual({ ether1: '198.51.100.1', ether2: '203.0.113.1' });
  });

  it('a probe address without its route behind the same next hop → the gateway that the text names before', () => {
    const marks = `/routing table add fib name=t1
/ip firewall mangle
add chain=prerouting in-interface=ether1 action=mark-connection new-connection-mark=c1
add chain=prerouting connection-mark=c1 action=mark-routing new-routing-mark=t1
/ip route add gateway=10.1.1.1 routing-table=t1
/ip route add gateway=9.9.9.9 dst-address=10.1.1.1/32 scope=10
/ip route add gateway=8.8.8.8 dst-address=10.1.1.1/32 scope=10
/ip route add gateway=203.0.113.1 dst-address=8.8.8.8/32 scope=10
`;
    expect(behind(twoWans + routes + marks)).toMatchObject({ ether1: '203.0.113.1' });
  });

  it('a lease that brings its own route → the static WAN gets the gateway', () => {
    const client = '/ip dhcp-client add interface=ether1\n';
    const one = '/ip route add gateway=203.0.113.1 distance=2\n';
    expect(behind(client + twoWans + one)).toEqual({ ether2: '203.0.113.1' });
  });
});

describe('wordsShared', () => {
  it.each([
    ['to_ISP1', 'ether1-ISP1', ['ether2-ISP2'], true],
    ['Route via ISP 1', 'isp1', [], true],
    ['to_ISP1', 'ether2-ISP2', ['ether1-ISP1'], false],
    ['main WAN', 'WAN-main', [], false],
    ['telkom', 'ether1 telkom', ['ether2 telkom'], false],
  ])('%s and %s beside %j → %s', (one, other, others, shared) => {
    expect(wordsShared(one, other, others)).toBe(shared);
  });
});

describe('assumedAddresses', () => {
  it('a WAN with a gateway, a bridge with ports → beside the gateway, the usual network', () => {
    const bridge =
      '/interface bridge add name=bridge1\n/interface bridge port add bridge=bridge1 interface=ether3\n';
    expect(assumedIn(twoWans + routes + bridge)).toEqual({
      ether1: 'wan 203.0.113.254/24',
      ether2: 'wan 198.51.100.254/24',
      bridge1: 'lan 192.168.88.1/24',
    });
  });

  it('an address that is turned off → the port has none, and its gateway is reached by no other', () => {
    const off = '/ip address add address=203.0.113.2/24 interface=ether1 disabled=yes\n';
    expect(assumedIn(twoWans + routes + off)).toEqual({ ether2: 'wan 198.51.100.254/24' });
  });

  it('two gateways in one network → small networks around each', () => {
    const near = '/ip route\nadd gateway=192.168.1.1\nadd gateway=192.168.1.254 distance=2\n';
    expect(assumedIn(twoWans + near)).toEqual({
      ether1: 'wan 192.168.1.2/30',
      ether2: 'wan 192.168.1.253/30',
    });
  });

  it.each([
    [
      'its DHCP server',
      '/ip pool add name=p ranges=10.5.5.10-10.5.5.20\n/ip dhcp-server add interface=lan address-pool=p name=d\n/ip dhcp-server network add address=10.5.5.0/25 gateway=10.5.5.5\n',
      'lan 10.5.5.5/25',
    ],
    [
      'sources of its rules',
      '/ip firewall mangle add chain=prerouting in-interface=lan src-address=10.7.0.1 action=mark-routing new-routing-mark=x\n',
      'lan 10.7.0.2/24',
    ],
    [
      'lists of sources',
      '/ip firewall address-list add list=l address=192.168.0.0/16\n/ip firewall mangle add chain=prerouting in-interface=lan src-address-list=l action=mark-routing new-routing-mark=x\n',
      'lan 192.168.88.1/24',
    ],
    [
      'port forwards, as nothing else shows one',
      '/ip firewall nat add chain=dstnat action=dst-nat protocol=tcp dst-port=80 to-addresses=192.168.7.9\n/ip firewall filter add chain=forward in-interface=!lan action=drop\n',
      'lan 192.168.7.1/24',
    ],
  ])('a LAN → the network shown by %s', (_, text, expected) => {
    expect(assumedIn(text)).toMatchObject({ lan: expected });
  });

  it('a port with an address, a spare port with a name, one that is off → none', () => {
    const text = `/interface ethernet
set [find default-name=ether3] comment=LAN
set [find default-name=ether4] disabled=yes name=lan4
/ip address add address=10.1.1.1/24 interface=ether5
`;
    expect(assumedIn(text)).toEqual({});
  });

  it('a LAN where PPPoE clients dial in, or of ZeroTier → has no network to assume', () => {
    const list = '/interface list add name=LAN\n/interface list member add list=LAN interface=lan1\n';
    expect(assumedIn(list)).toMatchObject({ lan1: 'lan 192.168.88.1/24' });
    expect(assumedIn(`${list}/interface pppoe-server server add interface=lan1 disabled=no\n`)).toEqual({});
    expect(assumedIn(`${list}/zerotier interface add name=lan1 network=0123456789abcdef\n`)).toEqual({});
  });
});

describe('assumeWorld', () => {
  it('assumed addresses → said with the option that settles them; what is known is not assumed', () => {
    const router = read(`${twoWans}/ip route add gateway=203.0.113.1\n`);
    const said = (known = {}): string[] =>
      assumeWorld(router, known)
        .assumptions.filter(({ kind }) => kind === 'address')
        .map(one => assumptionText(one, 'en'));
    expect(said()).toEqual([
      'Assumed: ether1, as a WAN, has 203.0.113.254/24, where the gateway 203.0.113.1 lies (say otherwise with --wan ether1=203.0.113.254/24,ether2).',
      'Assumed: ether2, as a WAN, has 20.20.20.254/24 (say otherwise with --wan ether1,ether2=20.20.20.254/24).',
    ]);
    const known = { ether1: { address: '203.0.113.9', length: 28 } } as const;
    expect(said({ addresses: known })).toHaveLength(1);
    expect(assumeWorld(router, { addresses: known }).world.interfaces).toMatchObject({
      ether1: { addresses: [known.ether1] },
    });
  });
});

describe('two leases of one network', () => {
  it('two lines by one gateway → an address for each', () => {
    const routes = 'add gateway=198.51.100.1%ether1\nadd gateway=198.51.100.1%ether2 routing-table=b\n';
    const clients = '/ip dhcp-client\nadd interface=ether1\nadd interface=ether2\n';
    const { leases } = assumeWorld(read(`${clients}/ip route\n${routes}`)).world;
    expect(Object.values(leases).map(({ address, gateway }) => [address.address, gateway])).toEqual([
      ['198.51.100.254', '198.51.100.1'],
      ['198.51.100.253', '198.51.100.1'],
    ]);
  });
});

describe('src-nat of a WAN', () => {
  const translated = (client: string, to: string): string =>
    `${client}/ip firewall nat add chain=srcnat out-interface=ether1 action=src-nat to-addresses=${to}\n`;
  const client = '/ip dhcp-client add interface=ether1 disabled=no\n';
  const leaseIn = (text: string) => {
    const lease = assumeWorld(read(text)).world.leases['ether1'];
    return lease && [lease.address.address, lease.gateway];
  };

  it('its address is the one that the provider gives; the gateway lies beside it', () => {
    expect(leaseIn(translated(client, '192.168.10.149'))).toEqual(['192.168.10.149', '192.168.10.1']);
    expect(leaseIn(translated(client, '192.168.10.1'))).toEqual(['192.168.10.1', '192.168.10.2']);
  });

  it('an address that the text states, of another port, or away from the gateway → the usual one', () => {
    const usual = leaseIn(client);
    const stated = '/ip address add address=203.0.113.1/24 interface=ether5\n';
    expect(leaseIn(translated(client, '203.0.113.9') + stated)).toEqual(usual);
    expect(leaseIn(translated(client, '203.0.113.9').replace('ether1 action', 'ether2 action'))).toEqual(
      usual,
    );
    expect(
      leaseIn(`${translated(client, '203.0.113.9')}/ip route add gateway=198.51.100.1%ether1\n`),
    ).toEqual(['198.51.100.254', '198.51.100.1']);
  });
});

describe('withAssumedPorts', () => {
  const part = (text: string): string[] => {
    const { router } = readRouterOs(text, { file: 'a.rsc' });
    const { wans, lans } = rolesOf(withAssumedPorts(router));
    return [...wans.map(name => `wan ${name}`), ...lans.map(name => `lan ${name}`)];
  };
  const recursive =
    '/ip route\nadd gateway=9.9.9.9 target-scope=11\nadd dst-address=9.9.9.9/32 gateway=203.0.113.1 scope=10\nadd gateway=198.51.100.1 distance=2\nadd dst-address=10.9.0.0/16 gateway=10.8.0.1\n';

  it('routes alone → a WAN for each gateway of the default routes, none for other networks and probe addresses', () => {
    expect(part(recursive)).toEqual(['wan wan-203.0.113.1', 'wan wan-198.51.100.1']);
  });

  it('sources of marks → a LAN beside the WANs', () => {
    const marks =
      '/ip firewall mangle add chain=prerouting src-address=192.168.5.0/24 action=mark-routing new-routing-mark=x\n';
    expect(part(recursive + marks).at(-1)).toBe('lan lan');
    expect(part(marks)).toEqual([]);
    const { router } = readRouterOs(recursive + marks, { file: 'a.rsc' });
    const said = assumeWorld(withAssumedPorts(router)).assumptions.map(one => assumptionText(one, 'en'));
    expect(said).toContain(
      'Assumed: a port that the text does not name (here: lan), as a LAN, has 192.168.5.1/24 (say otherwise with --lan lan=192.168.5.1/24).',
    );
  });

  it('two gateways of one network → both behind one WAN, whose address is neither of them', () => {
    const two = '/ip route\nadd gateway=192.168.1.1\nadd gateway=192.168.1.2 routing-table=b\n';
    expect(part(two)).toEqual(['wan wan-192.168.1.1']);
    const { router } = readRouterOs(two, { file: 'a.rsc' });
    const { interfaces } = assumeWorld(withAssumedPorts(router)).world;
    expect(interfaces['wan-192.168.1.1']?.addresses).toEqual([{ address: '192.168.1.254', length: 24 }]);
  });

  it('a whole export, or a text with WANs → as it is', () => {
    expect(part(`# by RouterOS 7.14\n${recursive}`)).toEqual([]);
    expect(part(`/ip dhcp-client add interface=ether1 disabled=no\n${recursive}`)).toEqual(['wan ether1']);
  });
});

describe('rolesOf', () => {
  it('a host address on a bridge that is called like a WAN → neither WAN nor LAN', () => {
    const text =
      '/interface bridge add name=ISP1-CLIENT\n/ip address add address=10.1.1.1 interface=ISP1-CLIENT\n';
    expect(rolesOf(read(text))).toMatchObject({ wans: [], lans: [] });
  });
});
