import { describe, expect, it } from 'vitest';
import { parseIpv4Interface } from '../../net/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import {
  clientOf,
  computeRib,
  judgedFor,
  type Lease,
  leaseFaultText,
  settledWorld,
  usableLeases,
  type World,
} from '../index.ts';

const text = `
/interface ethernet
set [ find default-name=ether1 ] comment=wan
set [ find default-name=ether2 ] comment=wan
/ip address add address=192.168.0.1/24 interface=ether4
/ip address add address=20.20.20.2/24 interface=ether2
/ip dhcp-client add interface=ether1 disabled=no
/ip route add gateway=20.20.20.1
/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall nat add chain=srcnat out-interface=ether2 action=masquerade
`;

const readText = (text: string) => readRouterOs(text, { file: 'leases.rsc' }).router;
const router = readText(text);

interface Given extends Partial<Omit<Lease, 'address'>> {
  readonly at?: string;
}

const given = ({ at = '10.10.10.254/24', ...more }: Given): Lease => ({
  ...{ interface: 'ether1', address: parseIpv4Interface(at) ?? { address: '0.0.0.0', length: 0 } },
  ...{ gateway: '10.10.10.1', dns: [], leaseTime: 3_600_000, ...more },
});

const verdictOn = (more: Given, on = router) => usableLeases(on, { ether1: given(more) }).verdicts['ether1'];

/** `refused: …`, or how it is used. */
function outcome(more: Given, on = router): string {
  const verdict = verdictOn(more, on);
  if (!verdict) return 'not judged';
  if (verdict.kind === 'refused') return `refused: ${leaseFaultText(verdict.fault, 'en')}`;
  const { address, gateway, onLink = [], routes = [], staticRoutes = [], mtu } = verdict.lease;
  return [
    `${address.address}/${address.length}`,
    `by ${gateway}`,
    ...[...routes, ...staticRoutes].map(route => `${route.destination} by ${route.gateway}`),
    ...(mtu === undefined ? [] : [`MTU ${mtu}`]),
    ...onLink.map(host => `${host} on the link`),
    ...verdict.left.map(fault => `but ${leaseFaultText(fault, 'en')}`),
  ].join(', ');
}

const plain = '10.10.10.254/24, by 10.10.10.1';
const noHost = 'is no address that a host can have';
const inLan = 'lies in 192.168.0.0/24, the network of ether4';

describe('a lease is used where it works, and refused where it must not be', () => {
  it.each<[string, Given, string]>([
    ['good', {}, plain],
    ['63 gateways', { otherGateways: ['10.10.10.2', '10.10.10.3'] }, plain],
    [
      'several gateways, the first is none',
      { gateway: '0.0.0.0', otherGateways: ['10.10.10.2'] },
      '10.10.10.254/24, by 10.10.10.2',
    ],
    [
      'gateway off the link',
      { gateway: '203.0.113.77' },
      '10.10.10.254/24, by 203.0.113.77, 203.0.113.77 on the link',
    ],
    [
      'one address, gateway outside',
      { at: '10.10.10.254/32' },
      '10.10.10.254/32, by 10.10.10.1, 10.10.10.1 on the link',
    ],
    ['gateway 0.0.0.0', { gateway: '0.0.0.0' }, `refused: its gateway 0.0.0.0 ${noHost}`],
    ['gateway broadcast', { gateway: '255.255.255.255' }, `refused: its gateway 255.255.255.255 ${noHost}`],
    ['gateway loopback', { gateway: '127.0.0.1' }, `refused: its gateway 127.0.0.1 ${noHost}`],
    ['gateway multicast', { gateway: '224.0.0.1' }, `refused: its gateway 224.0.0.1 ${noHost}`],
    [
      'gateway is the broadcast of its network',
      { gateway: '10.10.10.255' },
      'refused: its gateway 10.10.10.255 is the first or last address of 10.10.10.0/24, which no host has',
    ],
    [
      'gateway is the address itself',
      { gateway: '10.10.10.254' },
      'refused: its gateway 10.10.10.254 is an address of this router (ether1)',
    ],
    [
      'gateway is the LAN address',
      { gateway: '192.168.0.1' },
      'refused: its gateway 192.168.0.1 is an address of this router (ether4)',
    ],
    [
      'gateway is an address of another WAN',
      { gateway: '20.20.20.2' },
      'refused: its gateway 20.20.20.2 is an address of this router (ether2)',
    ],
    [
      'gateway is a host of the LAN',
      { gateway: '192.168.0.10' },
      `refused: its gateway 192.168.0.10 ${inLan}`,
    ],
    [
      'no gateway',
      { gateway: undefined },
      '10.10.10.254/24, by undefined, but its gateway is missing: nothing but its own network is reached by it',
    ],
    ['address of the LAN itself', { at: '192.168.0.1/24' }, `refused: its address 192.168.0.1 ${inLan}`],
    [
      'address within the LAN',
      { at: '192.168.0.77/25', gateway: '192.168.0.126' },
      `refused: its address 192.168.0.77 ${inLan}`,
    ],
    ['address 0.0.0.0', { at: '0.0.0.0/24' }, `refused: its address 0.0.0.0 ${noHost}`],
    ['address loopback', { at: '127.0.0.1/24' }, `refused: its address 127.0.0.1 ${noHost}`],
    ['address broadcast', { at: '255.255.255.255/24' }, `refused: its address 255.255.255.255 ${noHost}`],
    ['address multicast', { at: '224.0.0.9/24' }, `refused: its address 224.0.0.9 ${noHost}`],
    [
      'address of the network itself',
      { at: '10.10.10.0/24' },
      'refused: its address 10.10.10.0 is the first or last address of 10.10.10.0/24, which no host has',
    ],
    [
      'mask /0',
      { at: '10.10.10.254/0' },
      'refused: its mask /0 is wider than /8: it would take what other lines carry',
    ],
    [
      'mask /1',
      { at: '10.10.10.254/1' },
      'refused: its mask /1 is wider than /8: it would take what other lines carry',
    ],
    [
      'mask with gaps',
      { gappedMask: '255.0.255.0' },
      'refused: its mask 255.0.255.0 is no mask: its ones are not together',
    ],
    [
      'mask /8 over the LAN, address in the LAN',
      { at: '192.168.0.77/8', gateway: '192.168.1.1' },
      `refused: its address 192.168.0.77 ${inLan}`,
    ],
    [
      'mask /8 over the LAN, address beside it',
      { at: '192.5.5.5/8', gateway: '192.5.5.1' },
      '192.5.5.5/8, by 192.5.5.1',
    ],
    [
      'the network of the other WAN',
      { at: '20.20.20.9/24', gateway: '20.20.20.1' },
      '20.20.20.9/24, by 20.20.20.1',
    ],
    [
      'the address of the other WAN',
      { at: '20.20.20.2/24', gateway: '20.20.20.1' },
      '20.20.20.2/24, by 20.20.20.1',
    ],
    ['no time at all', { leaseTime: 0 }, plain],
    ['MTU 1400', { mtu: 1400 }, '10.10.10.254/24, by 10.10.10.1, MTU 1400'],
    ['the least MTU', { mtu: 576 }, '10.10.10.254/24, by 10.10.10.1, MTU 576'],
    [
      'MTU 68',
      { mtu: 68 },
      `${plain}, but its MTU 68 is below 576: packets that everybody has to take would not pass`,
    ],
    ['a link of two', { at: '10.10.10.0/31' }, '10.10.10.0/31, by 10.10.10.1'],
  ])('%s', (_, more, expected) => {
    expect(outcome(more)).toBe(expected);
  });

  it('an MTU above what the interface takes is left out, where that is known', () => {
    const client = clientOf(router, 'ether1');
    const verdict = client && judgedFor(router, client, given({ mtu: 9000 }), 1500);
    const left = verdict?.kind === 'used' ? verdict.left.map(fault => leaseFaultText(fault, 'en')) : [];
    expect(left).toEqual(['its MTU 9000 is more than the interface takes (1500)']);
    expect(verdict).toMatchObject({ kind: 'used', lease: { gateway: '10.10.10.1' } });
    expect(verdict).not.toHaveProperty('lease.mtu');
  });

  const older = [{ destination: '198.51.100.0/24', gateway: '10.10.10.3' }] as const;

  it.each<[string, Given, string]>([
    ['beside a gateway', { staticRoutes: older }, `${plain}, 198.51.100.0/24 by 10.10.10.3`],
    [
      'beside classless routes → RFC 3442: those alone count',
      { staticRoutes: older, routes: [{ destination: '0.0.0.0/0', gateway: '10.10.10.9' }] },
      '10.10.10.254/24, by 10.10.10.9, 0.0.0.0/0 by 10.10.10.9',
    ],
    [
      'by a gateway off the link',
      { staticRoutes: [{ destination: '198.51.100.0/24', gateway: '203.0.113.1' }] },
      `${plain}, 198.51.100.0/24 by 203.0.113.1, 203.0.113.1 on the link`,
    ],
    [
      'into the LAN → left out',
      { staticRoutes: [{ destination: '192.168.0.0/24', gateway: '10.10.10.3' }] },
      `${plain}, but its route 192.168.0.0/24 by 10.10.10.3 ${inLan}`,
    ],
  ])('static routes (option 33) %s', (_, more, expected) => {
    expect(outcome(more)).toBe(expected);
  });

  it.each<[string, Given, string]>([
    [
      'alone',
      { gateway: undefined, routes: [{ destination: '0.0.0.0/0', gateway: '10.10.10.9' }] },
      '10.10.10.254/24, by 10.10.10.9, 0.0.0.0/0 by 10.10.10.9',
    ],
    [
      'beside a gateway → RFC 3442: it alone counts',
      { routes: [{ destination: '0.0.0.0/0', gateway: '10.10.10.9' }] },
      '10.10.10.254/24, by 10.10.10.9, 0.0.0.0/0 by 10.10.10.9',
    ],
    [
      'beside a gateway that is none',
      { gateway: '127.0.0.1', routes: [{ destination: '0.0.0.0/0', gateway: '10.10.10.9' }] },
      '10.10.10.254/24, by 10.10.10.9, 0.0.0.0/0 by 10.10.10.9',
    ],
    [
      'by a gateway off the link',
      { routes: [{ destination: '0.0.0.0/0', gateway: '203.0.113.1' }] },
      '10.10.10.254/24, by 203.0.113.1, 0.0.0.0/0 by 203.0.113.1, 203.0.113.1 on the link',
    ],
    [
      'which says that it is on the link',
      {
        at: '10.10.10.254/32',
        gateway: undefined,
        routes: [
          { destination: '10.10.10.1/32', gateway: '0.0.0.0' },
          { destination: '0.0.0.0/0', gateway: '10.10.10.1' },
        ],
      },
      '10.10.10.254/32, by 10.10.10.1, 10.10.10.1/32 by 0.0.0.0, 0.0.0.0/0 by 10.10.10.1',
    ],
    [
      'for the LAN',
      {
        routes: [
          { destination: '192.168.0.0/25', gateway: '10.10.10.1' },
          { destination: '0.0.0.0/0', gateway: '10.10.10.1' },
        ],
      },
      `10.10.10.254/24, by 10.10.10.1, 0.0.0.0/0 by 10.10.10.1, but its route 192.168.0.0/25 by 10.10.10.1 ${inLan}`,
    ],
    [
      'for half of the Internet',
      { routes: [{ destination: '128.0.0.0/1', gateway: '10.10.10.1' }] },
      '10.10.10.254/24, by 10.10.10.1, but its route 128.0.0.0/1 by 10.10.10.1 is wider than /8: it would take what other lines carry',
    ],
    [
      'for multicast',
      { routes: [{ destination: '239.0.0.0/8', gateway: '10.10.10.1' }] },
      `10.10.10.254/24, by 10.10.10.1, but its route 239.0.0.0/8 by 10.10.10.1 ${noHost}`,
    ],
    [
      'by a host of the LAN',
      { routes: [{ destination: '10.0.0.0/8', gateway: '192.168.0.10' }] },
      `10.10.10.254/24, by 10.10.10.1, but its gateway 192.168.0.10 ${inLan}`,
    ],
  ])('classless routes %s', (_, more, expected) => {
    expect(outcome(more)).toBe(expected);
  });

  it('special-classless → the gateway of option 3 stays the gateway', () => {
    const both = readText(text.replace('disabled=no', 'disabled=no add-default-route=special-classless'));
    const routes = [{ destination: '10.0.0.0/8', gateway: '10.10.10.9' }] as const;
    expect(outcome({ routes }, both)).toBe(`${plain}, 10.0.0.0/8 by 10.10.10.9`);
  });

  it('a LAN in a table of its own → its network may be that of a WAN', () => {
    const vrf = readText(`${text}/ip vrf add name=guests interfaces=ether4\n`);
    expect(outcome({ at: '192.168.0.77/24', gateway: '192.168.0.254' }, vrf)).toBe(
      '192.168.0.77/24, by 192.168.0.254',
    );
  });

  it('a line that is dialled → used as its provider gives it', () => {
    const ppp = readText('/interface pppoe-client add interface=ether1 name=pppoe-out1 disabled=no\n');
    const lease = { ...given({}), interface: 'pppoe-out1' };
    expect(usableLeases(ppp, { 'pppoe-out1': lease })).toEqual({
      leases: { 'pppoe-out1': lease },
      verdicts: {},
    });
  });

  it('servers of names that nobody can be → left out', () => {
    const verdict = verdictOn({ dns: ['0.0.0.0', '1.1.1.1', '127.0.0.1'] });
    expect(verdict).toMatchObject({ kind: 'used', lease: { dns: ['1.1.1.1'] } });
  });
});

describe('routes of a lease that is used', () => {
  const links = Object.fromEntries(
    ['ether1', 'ether2', 'ether4'].map(name => [name, { name, running: true, addresses: [] }]),
  );

  function active(more: Given, on = router): string[] {
    const { leases } = usableLeases(on, { ether1: given(more) });
    const world: World = settledWorld(on, { interfaces: links, leases, unreachable: [] });
    return computeRib(on, world)
      .routes.filter(route => route.active && route.source === 'dhcp')
      .map(({ destination, table, gateways }) => {
        const hops = gateways.flatMap(({ nextHops }) => nextHops);
        return `${destination} ${hops.map(hop => `${hop.address ?? 'link'}%${hop.interface}`).join()} ${table}`;
      });
  }
  const alone = readText(text.replace('/ip route add gateway=20.20.20.1\n', ''));

  it('one address, gateway outside → a way to it on the link, and the default route by it', () => {
    expect(active({ at: '10.10.10.254/32' }, alone)).toEqual([
      '10.10.10.1/32 link%ether1 main',
      '0.0.0.0/0 10.10.10.1%ether1 main',
    ]);
  });

  it('gateway in its network → the default route alone', () => {
    expect(active({}, alone)).toEqual(['0.0.0.0/0 10.10.10.1%ether1 main']);
  });

  it('several tables → both routes in each', () => {
    const tables = readText(
      `/routing table add name=one fib\n${text.replace('disabled=no', 'disabled=no default-route-tables=one:3').replace('/ip route add gateway=20.20.20.1\n', '')}`,
    );
    expect(active({ gateway: '203.0.113.77' }, tables)).toEqual([
      '203.0.113.77/32 link%ether1 main',
      '203.0.113.77/32 link%ether1 one',
      '0.0.0.0/0 203.0.113.77%ether1 one',
    ]);
  });
});
