import { describe, expect, it } from 'vitest';
import { read, readText } from '../../../test/walk/read.ts';
import { printIpv4 } from '../../net/index.ts';
import { type Prepared, prepare } from '../../walk/index.ts';
import { type Direction, packetClasses } from './classes.ts';

/** Interface, source and destination of one protocol's packets of a direction. */
function waysOf(prepared: Prepared, direction: Direction): string[] {
  return packetClasses(prepared)
    .filter(one => one.direction === direction && one.packet.protocol === 47)
    .map(({ packet }) => `${packet.in} ${printIpv4(packet.src)} ${printIpv4(packet.dst)}`);
}

const routerOs = { engine: 'routeros', seed: 0 } as const;
/** A program from which nothing was left out. */
const linux = { leftOut: [], guards: [] } as const;

const destinationsOf = (prepared: Prepared): string[] => [
  ...new Set(waysOf(prepared, 'lan-to-internet').map(way => way.split(' ')[2] ?? '')),
];

/** The small office, where rules with these matchers drop. */
const withRules = (...rules: readonly string[]): Prepared =>
  read(`/ip firewall mangle\n${rules.map(rule => `add chain=prerouting action=drop ${rule}\n`).join('')}`);

const twoLans = '/ip address\nadd address=192.168.7.1/24 interface=ether3\n';

describe('from a LAN', () => {
  it('one WAN, one LAN → a host to the Internet and to the router', () => {
    const office = read('');
    expect(waysOf(office, 'lan-to-internet')).toEqual(['ether2 192.168.0.2 1.0.0.1']);
    expect(waysOf(office, 'lan-to-router')).toEqual(['ether2 192.168.0.2 192.168.0.1']);
    expect(waysOf(office, 'lan-to-lan')).toEqual([]);
    expect(waysOf(office, 'lan-to-forward')).toEqual([]);
  });

  it('rules tell hosts apart → one host of each set', () => {
    expect(waysOf(withRules('src-address=192.168.0.128/25'), 'lan-to-internet')).toEqual([
      'ether2 192.168.0.2 1.0.0.1',
      'ether2 192.168.0.130 1.0.0.1',
    ]);
  });

  it('rules name the last host, or one alone → that host', () => {
    const sources = (rule: string) =>
      waysOf(withRules(rule), 'lan-to-internet').map(way => way.split(' ')[1]);
    expect(sources('src-address=192.168.0.254')).toEqual(['192.168.0.2', '192.168.0.254']);
    expect(sources('src-address=192.168.0.10-192.168.0.11')).toEqual(['192.168.0.2', '192.168.0.11']);
    expect(sources('src-address=192.168.0.2')).toEqual(['192.168.0.2', '192.168.0.3']);
  });

  it('rules name addresses that no host there has → no class more', () => {
    expect(waysOf(withRules('src-address=192.168.1.0/24'), 'lan-to-internet')).toHaveLength(1);
    expect(waysOf(withRules('src-address=192.168.0.255'), 'lan-to-internet')).toHaveLength(1);
  });

  it('the router itself → ping and all protocols to a host of each LAN; ports where rules of its output ask for them', () => {
    const toLan = (prepared: Prepared) =>
      packetClasses(prepared)
        .filter(({ direction }) => direction === 'router-to-lan')
        .map(({ packet, lan }) => [lan, printIpv4(packet.dst), packet.protocol, packet.dstPort].join(' '));
    expect(toLan(read(''))).toEqual([
      'ether2 192.168.0.2 6 443',
      'ether2 192.168.0.2 17 443',
      'ether2 192.168.0.2 1 0',
      'ether2 192.168.0.2 47 0',
    ]);
    const asking = read('/ip firewall mangle\nadd chain=output protocol=udp dst-port=53 action=drop\n');
    expect(toLan(asking)).toContain('ether2 192.168.0.2 17 53');
    const elsewhere = read(
      '/ip firewall mangle\nadd chain=prerouting protocol=udp dst-port=53 action=drop\n',
    );
    expect(toLan(elsewhere)).not.toContain('ether2 192.168.0.2 17 53');
  });

  it('two LANs → also to a host of the other one, never of its own', () => {
    expect(waysOf(read(twoLans), 'lan-to-lan')).toEqual([
      'ether2 192.168.0.2 192.168.7.2',
      'ether3 192.168.7.2 192.168.0.2',
    ]);
  });

  it('two networks on one LAN → hosts of both, and both addresses of the router', () => {
    const office = read('/ip address\nadd address=192.168.7.1/24 interface=ether2\n');
    expect(waysOf(office, 'lan-to-router')).toEqual([
      'ether2 192.168.0.2 192.168.0.1',
      'ether2 192.168.0.2 192.168.7.1',
      'ether2 192.168.7.2 192.168.0.1',
      'ether2 192.168.7.2 192.168.7.1',
    ]);
    expect(waysOf(office, 'lan-to-lan')).toEqual([]);
  });

  it('a LAN with one address only → no packet from it', () => {
    expect(waysOf(read('/ip address\nadd address=192.168.9.1/32 interface=ether3\n'), 'lan-to-lan')).toEqual(
      [],
    );
  });

  it.each([
    ['dst-nat to-addresses=192.168.0.9', 1],
    ['netmap to-addresses=192.168.0.0/24', 1],
    ['accept', 0],
    ['dst-nat to-addresses=192.168.0.9 disabled=yes', 0],
  ])('NAT rule %s → %d port forward asked', (action, count) => {
    const office = read(`add chain=dstnat dst-port=80 protocol=tcp action=${action}\n`);
    expect(waysOf(office, 'lan-to-forward')).toEqual(
      Array.from({ length: count }, () => 'ether2 192.168.0.2 10.0.0.2'),
    );
  });

  it('the first packet: neither a fragment nor an ICMP error', () => {
    const [first] = packetClasses(read(''));
    expect(first?.packet).toMatchObject({ icmpCode: 0, icmpId: 1, fragment: false, in: 'ether2' });
  });
});

describe('the Internet', () => {
  it.each([
    ['0.0.0.0-0.255.255.255', '1.0.0.1'],
    ['10.0.0.0-20.255.255.255', '11.0.0.1'],
    ['100.64.0.0-100.255.255.255', '100.128.0.1'],
    ['127.0.0.0-130.255.255.255', '128.0.0.1'],
    ['169.254.0.0-169.255.255.255', '169.255.0.1'],
    ['172.16.0.0-172.40.0.0', '172.32.0.1'],
    ['192.168.0.0-192.169.255.255', '192.169.0.1'],
    ['223.255.255.0-255.255.255.255', '223.255.255.1'],
  ])('a rule for %s, in part reserved → %s stands for the public part', (range, host) => {
    expect(destinationsOf(withRules(`dst-address=${range}`))).toContain(host);
  });

  it.each([
    '0.1.0.0/16',
    '10.9.0.0/16',
    '100.64.9.0/24',
    '127.0.1.0/24',
    '169.254.9.0/24',
    '172.16.9.0/24',
    '192.168.9.0/24',
    '224.0.0.0/24',
    '240.0.0.0/8',
    '255.255.255.255',
  ])('a rule for %s, which is reserved → no host of the Internet in it', network => {
    expect(destinationsOf(withRules(`dst-address=${network}`))).toEqual(['1.0.0.1']);
  });

  it('a public network on a WAN → its hosts are none of the Internet', () => {
    const text = `/ip address
add address=198.51.100.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=198.51.100.1
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
`;
    expect(destinationsOf(readText(text))).toEqual(['1.0.0.1']);
    const more = '/ip firewall filter\nadd chain=forward action=drop dst-address=198.51.100.0/23\n';
    expect(destinationsOf(readText(`${text}${more}`))).toEqual(['1.0.0.1', '198.51.101.0']);
  });

  it('a route to a network → a host in it apart from the others', () => {
    expect(destinationsOf(read('/ip route\nadd dst-address=203.0.113.0/24 gateway=10.0.0.9\n'))).toEqual([
      '1.0.0.1',
      '203.0.113.1',
    ]);
  });
});

describe('from a WAN', () => {
  it('one WAN, one LAN → to the router and to the Internet; no provider brings packets to a private address', () => {
    expect(waysOf(read(''), 'wan-to-router')).toEqual(['ether1 1.0.0.2 10.0.0.2']);
    expect(waysOf(read(''), 'wan-to-elsewhere')).toEqual(['ether1 1.0.0.2 1.0.0.1']);
  });

  it('rules tell peers apart → one peer of each set', () => {
    expect(waysOf(withRules('src-address=198.51.100.0/24'), 'wan-to-router')).toEqual([
      'ether1 1.0.0.2 10.0.0.2',
      'ether1 198.51.100.2 10.0.0.2',
    ]);
  });

  it('a LAN with public addresses, whose hosts rules tell apart → also to the first of them', () => {
    const office = readText(`/ip address
add address=10.0.0.2/24 interface=ether1
add address=203.0.113.1/24 interface=ether2
/ip route
add gateway=10.0.0.1
/ip firewall mangle
add chain=prerouting src-address=203.0.113.64/26 action=drop
`);
    expect(waysOf(office, 'wan-to-elsewhere').map(way => way.split(' ')[2])).toEqual([
      '1.0.0.1',
      '203.0.113.2',
    ]);
  });

  it('a WAN that the machine does not have → nothing from it', () => {
    const { router, rib, world } = read('');
    const { ether2 } = world.interfaces;
    const office = prepare(router, rib, { ...world, interfaces: ether2 ? { ether2 } : {} }, routerOs);
    expect(waysOf(office, 'wan-to-router')).toEqual([]);
    expect(waysOf(office, 'lan-to-internet')).toHaveLength(1);
  });

  it('neither a WAN nor a default route → nothing, and nothing to the Internet', () => {
    const text = '/ip address\nadd address=192.168.0.1/24 interface=ether2\n';
    const directions = new Set(packetClasses(readText(text)).map(({ direction }) => direction));
    expect([...directions]).toEqual(['lan-to-router', 'router-to-lan']);
  });
});

it('on Linux, where the first address of a network is one like any other → no host has it', () => {
  const { router, rib, world } = read(twoLans);
  const classes = packetClasses(prepare(router, rib, world, { engine: linux, seed: 0 }));
  const lanToLan = classes.filter(({ direction }) => direction === 'lan-to-lan');
  expect(lanToLan.length).toBeGreaterThan(0);
  expect(lanToLan.filter(({ packet }) => packet.dst % 256 === 0 || packet.src % 256 === 0)).toEqual([]);
});
