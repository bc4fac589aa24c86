import { describe, expect, it } from 'vitest';
import type { Router } from '../../model/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import {
  type AssumedWorld,
  assumeWorld,
  assumptionText,
  computeRib,
  type KnownWorld,
  type Lease,
  situationOf,
  type World,
} from '../index.ts';

const read = (text: string): Router =>
  readRouterOs(`# by RouterOS 7.14\n${text}`, { file: 'world.rsc' }).router;

const running = ({ interfaces }: World): string[] =>
  Object.values(interfaces)
    .filter(link => link.running)
    .map(({ name }) => name)
    .sort();

const leases = ({ world }: AssumedWorld): Record<string, string> =>
  Object.fromEntries(
    Object.values(world.leases).map(({ interface: name, address, gateway }) => [
      name,
      `${address.address}/${address.length} ${gateway ?? 'alone'}`,
    ]),
  );

const stack = read(`
/interface vlan add interface=ether1 name=vlan10 vlan-id=10
/interface pppoe-client add disabled=no interface=vlan10 name=pppoe1 user=u
/interface bonding add name=bond1 slaves=ether2,ether3
/interface bridge add name=bridge1
/interface bridge port add bridge=bridge1 interface=ether4
/interface bridge port add bridge=bridge1 interface=ether5
/ip address add address=192.168.88.1/24 interface=bridge1
/ip route add gateway=pppoe1`);

describe('links with what carries them', () => {
  const after = (...down: string[]): string[] => {
    const { world } = assumeWorld(stack);
    const faults = down.map(name => ({ interface: name, kind: 'unplugged' as const }));
    const now = running(situationOf(stack, world, faults).world);
    // The same as where it is known from the beginning.
    expect(running(assumeWorld(stack, { down }).world)).toEqual(now);
    return running(world).filter(name => !now.includes(name));
  };

  it.each([
    [['ether1'], ['ether1', 'pppoe1', 'vlan10']],
    [['ether2'], ['ether2']],
    [
      ['ether2', 'ether3'],
      ['bond1', 'ether2', 'ether3'],
    ],
    [['ether4'], ['ether4']],
    [
      ['ether4', 'ether5'],
      ['bridge1', 'ether4', 'ether5'],
    ],
    [['pppoe1'], ['pppoe1']],
  ])('%j unplugged → %j are down', (down, fallen) => {
    expect(after(...down)).toEqual(fallen);
  });

  it('a port unplugged → the line dialled over it has no address, and is dead', () => {
    const { world } = assumeWorld(stack);
    expect(world.interfaces['pppoe1']?.addresses).toEqual([
      { address: '100.64.0.2', length: 32, peer: '100.64.0.1' },
    ]);
    const now = situationOf(stack, world, [{ interface: 'ether1', kind: 'unplugged' }]);
    expect(now.world.interfaces['pppoe1']?.addresses).toEqual([]);
    expect(now.dead).toEqual(['ether1', 'pppoe1', 'vlan10']);
    expect(now.rib.routes.filter(({ active }) => active).map(({ destination }) => destination)).toEqual([
      '192.168.88.0/24',
    ]);
  });
});

describe('assumeWorld: leases', () => {
  const assumedFor = (text: string, known?: KnownWorld) => leases(assumeWorld(read(text), known));

  it('gateways that no network explains → in the order of the clients', () => {
    expect(
      assumedFor(`
/ip dhcp-client add interface=ether1
/ip dhcp-client add interface=ether2
/ip dhcp-client add interface=ether3
/ip route add gateway=10.9.8.1
/ip route add gateway=10.9.7.254 distance=2`),
    ).toEqual({
      ether1: '10.9.8.254/24 10.9.8.1',
      ether2: '10.9.7.253/24 10.9.7.254',
      ether3: '30.30.30.254/24 30.30.30.1',
    });
  });

  it('a gateway named with its interface, or with the comment of its client → of that interface', () => {
    expect(
      assumedFor(`
/ip dhcp-client add interface=ether1 comment=A
/ip dhcp-client add interface=ether2 comment=B
/ip dhcp-client add interface=ether3
/ip route add gateway=10.3.3.1%ether3
/ip route add gateway=10.2.2.1 comment=B
/ip route add gateway=10.1.1.1`),
    ).toEqual({
      ether1: '10.1.1.254/24 10.1.1.1',
      ether2: '10.2.2.254/24 10.2.2.1',
      ether3: '10.3.3.254/24 10.3.3.1',
    });
  });

  it('a port that serves addresses → one of its own pool, and not the gateway of the WAN', () => {
    expect(
      assumedFor(`
/ip pool add name=pool6 ranges=192.168.60.2-192.168.60.254
/ip dhcp-server add address-pool=pool6 disabled=no interface=ether6 name=dhcp6
/ip dhcp-client add add-default-route=no interface=ether6
/ip dhcp-client add add-default-route=no interface=ether1
/ip route add gateway=10.100.203.1
/ip route add dst-address=192.168.169.0/24 gateway=192.168.60.1`),
    ).toEqual({ ether1: '10.100.203.254/24 10.100.203.1', ether6: '192.168.60.254/24 192.168.60.1' });
  });

  it("a LAN in the usual network, a dial-in client's address, a canary → no lease lies there", () => {
    expect(
      assumedFor(`
/ip dhcp-client add interface=ether1
/ip address add address=10.10.10.1/24 interface=ether2
/ppp secret add name=office remote-address=10.77.0.2
/ip route add dst-address=10.8.0.0/16 gateway=10.77.0.2
/ip route add dst-address=8.8.8.8/32 gateway=ether1
/ip route add gateway=8.8.8.8`),
    ).toEqual({ ether1: '198.19.0.254/24 198.19.0.1' });
  });

  it('lines that are dialled → one peer for all where one gateway is left over', () => {
    const lines = `
/interface pppoe-client add disabled=no interface=ether1 name=ppp1 user=a
/interface pppoe-client add disabled=no interface=ether2 name=ppp2 user=b`;
    expect(assumedFor(`${lines}\n/ip route add gateway=100.64.9.1`)).toEqual({
      ppp1: '100.64.9.2/32 100.64.9.1',
      ppp2: '100.64.9.3/32 100.64.9.1',
    });
    const router = read(`${lines}\n/ip route add gateway=ppp1`);
    const { world } = assumeWorld(router);
    const { routes } = computeRib(router, world);
    expect(routes.filter(({ source }) => source === 'connect')).toMatchObject([
      { destination: '100.64.0.1/32', prefSrc: '100.64.0.2', active: true },
      { destination: '100.64.1.1/32', prefSrc: '100.64.1.3', active: true },
    ]);
  });
});

describe('assumeWorld: what is known stays', () => {
  const router = read(`
/ip dhcp-client add interface=ether1
/ip dhcp-client add interface=ether2
/ip route add gateway=10.1.1.1 check-gateway=ping`);
  const link = (name: string, up: boolean) => ({ name, running: up, addresses: [] });
  const seen: World = {
    interfaces: { ether1: link('ether1', false), ether2: link('ether2', true) },
    leases: {},
    unreachable: ['ping 10.1.1.1%ether1'],
  };

  it('a machine with a dead link and no leases → the link stays dead, and only the other gets a lease', () => {
    const found = assumeWorld(router, { seen });
    expect(running(found.world)).toEqual(['ether2']);
    expect(Object.keys(leases(found))).toEqual(['ether2']);
    expect(found.world.unreachable).toEqual(seen.unreachable);
    expect(found.assumptions.map(({ id }) => id)).toEqual(['lease:ether2']);
  });

  it('a machine whose gateway keeps its leases → nothing is assumed', () => {
    const found = assumeWorld(router, { seen, leasesKnown: true });
    expect(found).toEqual({ world: seen, assumptions: [] });
  });

  it('a lease that is stated → overrides, and nothing of the dead link changes', () => {
    const lease: Lease = {
      interface: 'ether2',
      address: { address: '10.5.5.2', length: 24 },
      gateway: '10.5.5.1',
      dns: [],
      leaseTime: 1,
    };
    const found = assumeWorld(router, { seen, leases: [lease] });
    expect(leases(found)).toEqual({ ether2: '10.5.5.2/24 10.5.5.1' });
    expect(running(found.world)).toEqual(['ether2']);
  });

  it('a role that rests on a name, or that something speaks against → said with what states it', () => {
    const doubtful = (text: string) =>
      assumeWorld(read(text))
        .assumptions.filter(({ kind }) => kind === 'role')
        .map(item => assumptionText(item, 'en'));
    const list = '/interface list add name=WAN\n/interface list member add list=WAN interface=ether1\n';
    expect(doubtful(list)).toEqual([
      'Assumed: ether1 is a WAN. ether1 is in the interface list WAN (say otherwise with --wan ether1).',
    ]);
    expect(doubtful(`${list}/ip dhcp-client add interface=ether1`)).toEqual([]);
    expect(
      doubtful('/ip dhcp-server add interface=ether6 name=a\n/ip dhcp-client add interface=ether6'),
    ).toEqual([
      'Assumed: ether6 is a LAN. ether6 gives addresses to clients by DHCP. But: ether6 asks a provider for an address by DHCP (say otherwise with --lan ether6).',
    ]);
  });

  it('a text alone → each assumption with its place and what settles it', () => {
    const { assumptions } = assumeWorld(router);
    expect(
      assumptions.map(item => [item.id, item.origin.span.start.line, assumptionText(item, 'en')]),
    ).toEqual([
      ['links', 1, 'Assumed: all interfaces running (say otherwise with --down <interface>).'],
      [
        'lease:ether1',
        3,
        'Assumed: ether1 has 10.1.1.254/24, gateway 10.1.1.1, by DHCP (say otherwise with --lease ether1=10.1.1.254/24,10.1.1.1).',
      ],
      [
        'lease:ether2',
        4,
        'Assumed: ether2 has 20.20.20.254/24, gateway 20.20.20.1, by DHCP (say otherwise with --lease ether2=20.20.20.254/24,20.20.20.1).',
      ],
      [
        'answers',
        5,
        'Assumed: every gateway that is checked answers (say otherwise with --unreachable <gateway>).',
      ],
    ]);
  });
});

describe('default routes of lines that are dialled', () => {
  const defaults = (text: string): string[] => {
    const router = read(text);
    const { routes } = computeRib(router, assumeWorld(router).world);
    return routes
      .filter(({ destination }) => destination === '0.0.0.0/0')
      .map(({ gateways, distance, source }) => `${gateways[0]?.text} ${distance} ${source}`);
  };

  it.each([
    [
      'a modem that the text only mentions',
      '/ip firewall filter add chain=input in-interface=lte1',
      ['lte1 2 modem'],
    ],
    [
      'a profile with a distance',
      '/interface lte apn set [find default=yes] default-route-distance=5\n/interface lte set [find default-name=lte1] name=lte1',
      ['lte1 5 modem'],
    ],
    [
      'a profile without default route',
      '/interface lte apn add name=b add-default-route=no\n/interface lte set [find default-name=lte1] apn-profiles=b',
      [],
    ],
    [
      'an L2TP client with one',
      '/interface l2tp-client add name=vpn connect-to=203.0.113.5 disabled=no add-default-route=yes default-route-distance=3',
      ['vpn 3 vpn'],
    ],
    ['an L2TP client without', '/interface l2tp-client add name=vpn connect-to=203.0.113.5 disabled=no', []],
    [
      'an L2TP client that nobody enabled',
      '/interface l2tp-client add name=vpn connect-to=203.0.113.5 add-default-route=yes',
      [],
    ],
  ])('%s', (_, text, routes) => {
    expect(defaults(text)).toEqual(routes);
  });
});
