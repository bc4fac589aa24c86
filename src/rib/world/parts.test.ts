import { describe, expect, it } from 'vitest';
import { noOrigin, type Router } from '../../model/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { computeRib } from '../rib.ts';
import { assumedWorld, assumeWorld, namedInterfaces } from './assumed.ts';
import { assumedLeases } from './assumed-leases.ts';
import { withCarriers } from './links.ts';
import { settledWorld } from './settled.ts';
import { type Fault, situationOf, unplug } from './situation.ts';
import { usualNetwork } from './usual-networks.ts';
import { canariesOf, gatewayFor, openGateways } from './wan-gateways.ts';
import { connectedNetwork, type HeldAddress, type Lease, type World } from './world.ts';

const read = (text: string): Router => readRouterOs(`# by RouterOS 7.14\n${text}`, { file: 'a.rsc' }).router;
const link = (name: string, running = true, ...addresses: HeldAddress[]) => ({ name, running, addresses });
const worldOf = (...links: ReturnType<typeof link>[]): World => ({
  interfaces: Object.fromEntries(links.map(one => [one.name, one])),
  leases: {},
  unreachable: [],
});
const upIn = ({ interfaces }: Pick<World, 'interfaces'>): string[] =>
  Object.values(interfaces).flatMap(({ name, running }) => (running ? [name] : []));

describe('settledWorld', () => {
  const router = read(`/ip address add address=10.0.0.1/24 interface=ether1
/ip address add address=10.0.0.9/24 interface=ether1 disabled=yes
/ip address add address=10.7.0.1/24 interface=ether2`);
  const held = (...has: HeldAddress[]) =>
    settledWorld(router, worldOf(link('ether1', true, ...has))).interfaces['ether1']?.addresses.map(
      ({ address, length }) => `${address}/${length}`,
    );

  it.each<[string, HeldAddress[], string[]]>([
    ['nothing', [], ['10.0.0.1/24']],
    ['the same', [{ address: '10.0.0.1', length: 24 }], ['10.0.0.1/24']],
    ['it with another length', [{ address: '10.0.0.1', length: 25 }], ['10.0.0.1/25', '10.0.0.1/24']],
    ['another of that length', [{ address: '10.0.0.2', length: 24 }], ['10.0.0.2/24', '10.0.0.1/24']],
    [
      'another, and the same',
      [
        { address: '10.0.0.2', length: 24 },
        { address: '10.0.0.1', length: 24 },
      ],
      ['10.0.0.2/24', '10.0.0.1/24'],
    ],
  ])('the kernel has %s → it stays, what the text wants is there once', (_what, has, all) => {
    expect(held(...has)).toEqual(all);
  });

  it('an interface that the machine has not → is not made', () => {
    expect(Object.keys(settledWorld(router, worldOf(link('ether1'))).interfaces)).toEqual(['ether1']);
  });

  it('a lease → its address as it is; on a line that is dialled one host towards its peer', () => {
    const lines = read(`/interface pppoe-client add disabled=no interface=ether1 name=ppp1 user=a
/ip dhcp-client add interface=ether2`);
    const lease = (name: string): Lease => ({
      ...{ interface: name, address: { address: '10.5.0.2', length: 24 }, gateway: '10.5.0.1' },
      ...{ dns: [], leaseTime: 1 },
    });
    const leases = { ppp1: lease('ppp1'), ether2: lease('ether2') };
    const { interfaces } = settledWorld(lines, {
      ...worldOf(link('ppp1'), link('ether2'), link('ether3')),
      leases,
    });
    expect(Object.values(interfaces).map(({ addresses }) => addresses)).toEqual([
      [{ address: '10.5.0.2', length: 32, peer: '10.5.0.1' }],
      [{ address: '10.5.0.2', length: 24 }],
      [],
    ]);
  });

  it('an address with a peer → the peer alone is connected; without → its network', () => {
    expect(connectedNetwork({ address: '10.0.0.1', length: 24, peer: '10.9.0.1' })).toBe('10.9.0.1/32');
    expect(connectedNetwork({ address: '10.0.0.1', length: 24 })).toBe('10.0.0.0/24');
  });
});

describe('withCarriers', () => {
  const up = (text: string, ...links: ReturnType<typeof link>[]) =>
    upIn({ interfaces: withCarriers(read(text), worldOf(...links).interfaces) });
  const bridge = `/interface bridge add name=br
/interface bridge port add bridge=br interface=ether1
/interface bridge port add bridge=br interface=ether2 disabled=yes`;

  it('a bridge whose only enabled port is down → down, though a disabled port runs', () => {
    expect(up(bridge, link('br'), link('ether1', false), link('ether2'))).toEqual(['ether2']);
    expect(up(bridge, link('br'), link('ether1'), link('ether2', false))).toEqual(['br', 'ether1']);
  });

  it('a carrier that nobody knows of → taken to run; a bridge without ports stands on nothing', () => {
    expect(up(bridge, link('br'))).toEqual(['br']);
    expect(up('/interface bridge add name=br', link('br'))).toEqual(['br']);
  });

  it('a VLAN on a VLAN → down with the port two floors below; down stays down', () => {
    const text = `/interface vlan add interface=ether1 name=outer vlan-id=10
/interface vlan add interface=outer name=inner vlan-id=20`;
    expect(up(text, link('inner'), link('outer'), link('ether1', false))).toEqual([]);
    expect(up(text, link('inner'), link('outer', false), link('ether1'))).toEqual(['ether1']);
    expect(up(text, link('inner', false), link('outer'), link('ether1'))).toEqual(['outer', 'ether1']);
  });
});

describe('unplug', () => {
  const router = read(`/interface pppoe-client add disabled=no interface=ether1 name=ppp1 user=a
/interface pppoe-client add disabled=no interface=ether2 name=ppp2 user=b
/ip dhcp-client add interface=ether3`);
  const { world } = assumeWorld(router, {});

  it('nothing → the same world', () => {
    expect(unplug(router, world, [])).toBe(world);
  });

  it('the port under one line → that line has neither lease nor address; the other line and leases stay', () => {
    const now = unplug(router, world, ['ether1']);
    expect(upIn(now).sort()).toEqual(['ether2', 'ether3', 'ppp2']);
    expect(Object.keys(now.leases).sort()).toEqual(['ether3', 'ppp2']);
    expect(now.interfaces['ppp1']?.addresses).toEqual([]);
    expect(now.interfaces['ppp2']?.addresses).toHaveLength(1);
  });

  it('a port with a DHCP lease → lease, address and route go with the link', () => {
    const now = unplug(router, world, ['ether3']);
    expect(Object.keys(now.leases).sort()).toEqual(['ppp1', 'ppp2']);
    expect(now.interfaces['ether3']?.addresses).toEqual([]);
    const { routes } = computeRib(router, now);
    expect(routes.filter(({ source }) => source === 'dhcp')).toEqual([]);
  });

  it('a port with an address of the text beside a lease → that address stays', () => {
    const own = read(
      '/ip dhcp-client add interface=ether3\n/ip address add address=10.9.9.1/24 interface=ether3\n',
    );
    const now = unplug(own, assumeWorld(own).world, ['ether3']);
    expect(now.interfaces['ether3']?.addresses.map(({ address }) => address)).toEqual(['10.9.9.1']);
  });

  it('a line that was down before → nothing of it is taken', () => {
    const down = { ...world, interfaces: { ...world.interfaces, ppp1: link('ppp1', false) } };
    expect(Object.keys(unplug(router, down, ['ether3']).leases)).toContain('ppp1');
  });
});

describe('situationOf', () => {
  const router = read(`/ip address add address=10.1.0.2/24 interface=ether1
/ip address add address=10.2.0.2/24 interface=ether2
/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1 scope=10
/ip route add gateway=9.9.9.9 target-scope=11 check-gateway=ping
/ip route add gateway=10.1.0.1 check-gateway=ping distance=2
/ip route add gateway=10.2.0.1 check-gateway=ping distance=3`);
  const { world } = assumeWorld(router);
  const after = (...faults: Fault[]) => situationOf(router, world, faults);
  const far = 'ping 9.9.9.9%ether1';
  const near = 'ping 10.1.0.1%ether1';

  it.each<[string, Fault[], string[], string[]]>([
    ['nothing', [], [], []],
    ['the next hop of ether1', [{ interface: 'ether1', kind: 'gateway' }], [far, near], ['ether1']],
    ['what lies behind ether1', [{ interface: 'ether1', kind: 'upstream' }], [far], ['ether1']],
    ['the cable of ether1', [{ interface: 'ether1', kind: 'unplugged' }], [], ['ether1']],
    [
      'the next hop of ether2',
      [{ interface: 'ether2', kind: 'gateway' }],
      ['ping 10.2.0.1%ether2'],
      ['ether2'],
    ],
    ['what lies behind ether2', [{ interface: 'ether2', kind: 'upstream' }], [], ['ether2']],
  ])('%s fails → the checks that see it fail, the dead are named', (_what, faults, silent, dead) => {
    const now = after(...faults);
    expect(now.world.unreachable).toEqual(silent);
    expect(now.dead).toEqual(dead);
    expect(now.world.dead).toEqual(dead.length === 0 ? undefined : dead);
  });

  it('what was silent and dead before → stays, each once', () => {
    const before: World = { ...world, unreachable: ['ping 10.2.0.1%ether2'], dead: ['ether1'] };
    const now = situationOf(router, before, [{ interface: 'ether1', kind: 'upstream' }]);
    expect(now.world.unreachable).toEqual(['ping 10.2.0.1%ether2', far]);
    expect(now.dead).toEqual(['ether1']);
  });

  it('the routes → as the checks leave them', () => {
    const way = (...faults: Fault[]) =>
      after(...faults)
        .rib.routes.filter(({ active, destination }) => active && destination === '0.0.0.0/0')
        .map(({ distance }) => distance);
    expect(way()).toEqual([1]);
    expect(way({ interface: 'ether1', kind: 'upstream' })).toEqual([2]);
    expect(way({ interface: 'ether1', kind: 'gateway' })).toEqual([3]);
    expect(way({ interface: 'ether1', kind: 'unplugged' })).toEqual([3]);
  });
});

describe('interfaces that are assumed', () => {
  it('a text that describes some → those; that describes none → those it uses, disabled items aside', () => {
    const bare = {
      ...read(`/ip address add address=10.0.0.1/24 interface=ether1
/ip address add address=10.0.1.1/24 interface=ether1
/ip dhcp-client add interface=ether2
/ip dhcp-client add interface=ether4 disabled=yes
/ip dhcp-server add interface=ether3 name=a disabled=no`),
      interfaces: [],
    };
    expect(namedInterfaces(bare)).toEqual(['ether1', 'ether2', 'ether3']);
    expect(namedInterfaces(read('/interface bridge add name=br'))).toEqual(['br']);
  });

  it('a disabled one → there, and down; lo where an address is on it', () => {
    const text = '/interface bridge add name=br disabled=yes\n/interface bridge add name=b2\n';
    expect(upIn(assumedWorld(read(text), {}))).toEqual(['b2']);
    expect(Object.keys(assumedWorld(read(text), {}).interfaces)).toEqual(['br', 'b2']);
    const lo = (more: string) =>
      Object.keys(
        assumedWorld(read(`${text}/ip address add address=10.255.0.1/32 interface=lo${more}`), {}).interfaces,
      );
    expect(lo('')).toContain('lo');
  });

  it('what is unplugged and silent → in the world', () => {
    const router = read('/interface bridge add name=br\n/interface bridge add name=b2\n');
    const world = assumedWorld(router, { down: ['br'], unreachable: ['ping 1.1.1.1'] });
    expect(upIn(world)).toEqual(['b2']);
    expect(world.unreachable).toEqual(['ping 1.1.1.1']);
  });
});

describe('assumptions', () => {
  const text = `/interface ethernet set [find default-name=ether1] name=ether1
/ip address add address=10.1.0.2/24 interface=ether1
/ip route add gateway=10.1.0.1 check-gateway=ping`;
  const made = (more: string, known = {}) =>
    assumeWorld(read(text + more), known).assumptions.map(one =>
      'others' in one ? `${one.id} ${one.others}` : one.id,
    );

  it('links and answers: of all, or of the others than those that are named', () => {
    expect(made('')).toEqual(['links false', 'answers false']);
    expect(made('', { down: ['ether1'] })).toEqual(['links true', 'answers false']);
    expect(made('', { dead: ['ether1'] })).toEqual(['links false', 'answers true']);
    expect(made('', { unreachable: ['ping 10.1.0.1%ether1'] })).toEqual(['links false', 'answers true']);
  });

  it('no enabled route or client is checked → nothing of answers', () => {
    expect(made(' disabled=yes')).toEqual(['links false']);
    expect(made(' disabled=yes\n/ip route add gateway=10.1.0.1')).toEqual(['links false']);
    expect(made('\n/ip dhcp-client add interface=ether2 disabled=yes check-gateway=ping', {})).toEqual([
      'links false',
      'answers false',
    ]);
  });

  it('dead interfaces → in the world; none → not even an empty list', () => {
    expect(assumeWorld(read(text), { dead: ['ether1'] }).world.dead).toEqual(['ether1']);
    expect(assumeWorld(read(text)).world).not.toHaveProperty('dead');
  });

  it('a default route by a port with many hosts → proxy ARP, once for each port', () => {
    const by = (route: string) =>
      made(`\n/interface vlan add name=v1 interface=ether1 vlan-id=1
/interface gre add name=gre1 remote-address=192.0.2.1\n${route}`).filter(id => id.startsWith('proxy'));
    expect(by('/ip route add gateway=ether1')).toEqual(['proxy-arp:ether1']);
    expect(by('/ip route add gateway=v1\n/ip route add gateway=v1 distance=2')).toEqual(['proxy-arp:v1']);
    expect(by('/ip route add gateway=ether1 disabled=yes')).toEqual([]);
    expect(by('/ip route add gateway=ether1 dst-address=8.0.0.0/8')).toEqual([]);
    expect(by('/ip route add gateway=10.1.0.1%ether1')).toEqual([]);
    expect(by('/ip route add gateway=gre1')).toEqual([]);
  });

  it('the second of two clients of one port is enabled → its lease rests on that line', () => {
    const { assumptions } = assumeWorld(
      read('/ip dhcp-client add interface=ether1 disabled=yes\n/ip dhcp-client add interface=ether1'),
    );
    const lease = assumptions.find(({ id }) => id === 'lease:ether1');
    expect(lease?.origin.span.start.line).toBe(3);
  });

  it('a line that is dialled → of the line that states it', () => {
    const { assumptions } = assumeWorld(
      read('/interface pppoe-client add disabled=no interface=ether1 name=ppp1 user=a'),
    );
    const line = assumptions.find(({ id }) => id === 'line:ppp1');
    expect(line?.origin.span.start.line).toBe(2);
    expect(line?.origin).not.toBe(noOrigin);
  });
});

describe('leases that are assumed', () => {
  const given = (text: string, held: readonly string[] = []): string[] =>
    assumedLeases(read(text), held).map(
      ({ interface: name, address, gateway }) => `${name} ${address.address}/${address.length} ${gateway}`,
    );

  it('a disabled client, one that has its lease → none', () => {
    const text = '/ip dhcp-client add interface=ether1 disabled=yes\n/ip dhcp-client add interface=ether2\n';
    expect(given(text)).toEqual(['ether2 10.10.10.254/24 10.10.10.1']);
    expect(given(text, ['ether2'])).toEqual([]);
    expect(given(text, ['ether1'])).toHaveLength(1);
  });

  it.each([
    [0, '10.10.10.0/24'],
    [1, '20.20.20.0/24'],
    [8, '90.90.90.0/24'],
    [9, '10.100.9.0/24'],
    [12, '10.100.12.0/24'],
  ])('the usual network of number %i → %s', (index, network) => {
    expect(usualNetwork(index)).toBe(network);
    expect(usualNetwork(index, '203.0.113.77')).toBe('203.0.113.0/24');
  });

  it('the usual network is taken by an enabled address → another, by a disabled one → the usual', () => {
    const text = (address: string, more = '') =>
      `/ip dhcp-client add interface=ether1\n/ip address add address=${address} interface=ether2${more}`;
    expect(given(text('10.10.10.200/30'))).toEqual(['ether1 198.19.0.254/24 198.19.0.1']);
    expect(given(text('10.0.0.1/8'))).toEqual(['ether1 198.19.0.254/24 198.19.0.1']);
    expect(given(text('10.10.11.1/24'))).toEqual(['ether1 10.10.10.254/24 10.10.10.1']);
    expect(given(text('10.10.10.1/24', ' disabled=yes'))).toEqual(['ether1 10.10.10.254/24 10.10.10.1']);
    expect(given(`${text('10.10.10.1/24')}\n/ip address add address=198.19.0.1/24 interface=ether3`)).toEqual(
      ['ether1 198.19.1.254/24 198.19.1.1'],
    );
  });

  it('the gateway is the last host of its network → the address before it', () => {
    const text = (gateway: string) =>
      `/ip dhcp-client add interface=ether1\n/ip route add gateway=${gateway}`;
    expect(given(text('10.9.9.254'))).toEqual(['ether1 10.9.9.253/24 10.9.9.254']);
    expect(given(text('10.9.9.253'))).toEqual(['ether1 10.9.9.254/24 10.9.9.253']);
  });

  it('several lines, several gateways left over → in their order; too few → a usual peer', () => {
    const lines = [1, 2, 3]
      .map(n => `/interface pppoe-client add disabled=no interface=ether${n} name=ppp${n} user=u`)
      .join('\n');
    const routes = '\n/ip route add gateway=100.70.0.1\n/ip route add gateway=100.71.0.1 distance=2';
    expect(given(lines + routes)).toEqual([
      'ppp1 100.70.0.2/32 100.70.0.1',
      'ppp2 100.71.0.3/32 100.71.0.1',
      'ppp3 100.64.2.4/32 100.64.2.1',
    ]);
    expect(given(lines)).toEqual([
      'ppp1 100.64.0.2/32 100.64.0.1',
      'ppp2 100.64.1.3/32 100.64.1.1',
      'ppp3 100.64.2.4/32 100.64.2.1',
    ]);
  });
});

describe('gateways that no network explains', () => {
  const open = (text: string) => openGateways(read(text));

  it('main first, disabled routes and those with an interface left out, each once', () => {
    expect(
      open(`/routing table add name=t fib
/ip route add gateway=10.3.0.1 routing-table=t
/ip route add gateway=10.1.0.1
/ip route add gateway=10.1.0.1 distance=2
/ip route add gateway=10.2.0.1 disabled=yes
/ip route add gateway=10.4.0.1%ether1
/ip route add gateway=ether2`),
    ).toEqual(['10.1.0.1', '10.3.0.1']);
  });

  it('in a network of an address → explained; of a disabled one, beside a DHCP client → open', () => {
    const text = (more: string) =>
      `/ip address add address=10.1.0.2/24 interface=ether1${more}\n/ip route add gateway=10.1.0.1`;
    expect(open(text(''))).toEqual([]);
    expect(open(text(' disabled=yes'))).toEqual([]);
    const client = '\n/ip dhcp-client add interface=ether1 disabled=no';
    expect(open(text(` disabled=yes${client}`))).toEqual(['10.1.0.1']);
  });

  it('reached by a host route of its own → a canary, by a wider one → none', () => {
    const text = (length: number) =>
      `/ip route add dst-address=9.9.9.9/${length} gateway=ether1\n/ip route add gateway=9.9.9.9`;
    expect(canariesOf(read(text(32)))).toEqual(['9.9.9.9']);
    expect(open(text(32))).toEqual([]);
    expect(canariesOf(read(text(31).replace('9.9.9.9/31', '9.9.9.8/31')))).toEqual([]);
  });

  it('a resolver that all know, or a public address behind a target-scope of recursive routes → no neighbour', () => {
    const text = '/ip route add gateway=8.8.8.8\n/ip route add gateway=203.0.113.9 target-scope=11\n';
    expect(open(`${text}/ip route add gateway=10.0.0.1 target-scope=11`)).toEqual(['10.0.0.1']);
  });

  it('named with the interface, or by the comment of its client → for that one', () => {
    const router = read(`/ip dhcp-client add interface=ether1 comment=A
/ip dhcp-client add interface=ether2
/ip route add gateway=10.1.0.1 comment=A
/ip route add gateway=10.2.0.1
/ip route add gateway=10.3.0.1%ether3
/ip route add gateway=10.4.0.1%ether4 disabled=yes`);
    const all = openGateways(router);
    const found = ['ether1', 'ether2', 'ether3', 'ether4'].map(name => gatewayFor(router, name, all));
    expect(found).toEqual(['10.1.0.1', undefined, '10.3.0.1', undefined]);
    expect(gatewayFor(router, 'ether1', ['10.2.0.1'])).toBeUndefined();
  });
});
