import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { printIpv4 } from '../../net/index.ts';
import { addressSets, cuts, enabledRules, matchersOf, only, protocolsOf } from './bounds.ts';

const mangle = (...rules: readonly string[]) =>
  readText(
    `/ip firewall mangle\n${rules.map(rule => `add chain=prerouting action=accept ${rule}\n`).join('')}`,
  );

describe('matchersOf', () => {
  it('rules of all tables, one disabled → the matchers of those that act', () => {
    const { router } = readText(`/ip firewall filter
add chain=forward action=drop protocol=udp
add chain=forward action=drop protocol=gre disabled=yes
/ip firewall nat
add chain=srcnat action=masquerade src-address=10.0.0.0/8
`);
    expect(enabledRules(router).map(({ table, origin }) => [table, origin.span.start.line])).toEqual([
      ['nat', 5],
      ['filter', 2],
    ]);
    expect(matchersOf(router).map(({ kind }) => kind)).toEqual(['src-address', 'protocol']);
  });

  it('some kinds wanted → these and no others, in order', () => {
    const { router } = mangle('protocol=tcp src-port=1 dst-port=2', 'protocol=udp dst-port=3');
    expect(
      only(matchersOf(router), 'dst-port', 'src-port')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['dst-port', 'dst-port', 'src-port']);
    expect(only(matchersOf(router), 'ttl')).toEqual([]);
  });
});

describe('cuts', () => {
  it('no range → one stretch, from 0', () => {
    expect(cuts([], 65_535)).toEqual([0]);
  });

  it('a range in the middle → a stretch before, in and behind it, in the order of numbers', () => {
    expect(cuts([{ from: 9, to: 99 }], 65_535)).toEqual([0, 9, 100]);
  });

  it('a range up to the last value → no stretch behind it; one short of it → the last value alone', () => {
    expect(cuts([{ from: 5, to: 10 }], 10)).toEqual([0, 5]);
    expect(cuts([{ from: 5, to: 9 }], 10)).toEqual([0, 5, 10]);
  });

  it('ranges that share bounds → each bound once', () => {
    const ranges = [
      { from: 0, to: 9 },
      { from: 10, to: 19 },
      { from: 10, to: 19 },
    ];
    expect(cuts(ranges, 100)).toEqual([0, 10, 20]);
  });
});

describe('protocolsOf', () => {
  const protocolsIn = (...names: readonly string[]) =>
    protocolsOf(matchersOf(mangle(...names.map(name => `protocol=${name}`)).router));

  it('no rule names one → TCP, UDP, ICMP, and one that stands for all others', () => {
    expect(protocolsIn()).toEqual([6, 17, 1, 47]);
  });

  it('rules name some → they too, and another one that no rule names', () => {
    expect(protocolsIn('gre')).toEqual([6, 17, 1, 50, 47]);
    expect(protocolsIn('gre', 'ipsec-esp')).toEqual([6, 17, 1, 99, 47, 50]);
  });

  it('a rule names one that every network has → once', () => {
    expect(protocolsIn('udp')).toEqual([6, 17, 1, 47]);
  });

  it('a name that stands for no number → nothing; number 0 → itself', () => {
    const named = (protocol: string) => protocolsOf([{ kind: 'protocol', protocol, negated: false }]);
    expect(named('no-such-protocol')).toEqual([6, 17, 1, 47]);
    expect(named('0')).toEqual([6, 17, 1, 47, 0]);
  });
});

describe('addressSets', () => {
  const boundsOf = (more: string, side: 'src' | 'dst') => {
    const { setup, router } = readText(`/ip address\nadd address=192.168.0.1/24 interface=ether2\n${more}`);
    return addressSets(setup, side, matchersOf(router)).map(set =>
      set.map(({ from, to }) => `${printIpv4(from)}-${printIpv4(to)}`).join(),
    );
  };
  /** Its network, its own address, and the broadcast address. */
  const own = ['192.168.0.0-192.168.0.255', '192.168.0.1-192.168.0.1', '192.168.0.255-192.168.0.255'];

  it('no rule → the networks of the router; a route to its network is no other range', () => {
    expect(boundsOf('', 'src')).toEqual(own);
    expect(boundsOf('', 'dst')).toEqual(own);
  });

  it('rules name addresses, lists, routing rules → each on its own side; a list is one set', () => {
    const more = `/ip firewall address-list
add list=from address=10.1.0.0/16
add list=from address=10.7.0.0/16
add list=to address=10.2.0.0/16
/ip firewall mangle
add chain=prerouting action=accept src-address=10.3.0.0/16 dst-address=10.4.0.0-10.4.0.9
add chain=prerouting action=accept src-address-list=from
add chain=prerouting action=accept dst-address-list=to
/routing rule
add src-address=10.5.0.0/16 action=lookup table=main
add dst-address=10.6.0.0/16 action=lookup table=main
`;
    expect(boundsOf(more, 'src')).toEqual([
      '10.3.0.0-10.3.255.255',
      '10.5.0.0-10.5.255.255',
      ...own,
      '10.1.0.0-10.1.255.255,10.7.0.0-10.7.255.255',
    ]);
    expect(boundsOf(more, 'dst')).toEqual([
      '10.4.0.0-10.4.0.9',
      '10.6.0.0-10.6.255.255',
      ...own,
      '10.2.0.0-10.2.255.255',
    ]);
  });

  it('routes → their destinations, on the side of the destination', () => {
    const route = '/ip route\nadd dst-address=203.0.113.0/24 gateway=192.168.0.9\n';
    expect(boundsOf(route, 'src')).toEqual(own);
    expect(boundsOf(route, 'dst')).toEqual(expect.arrayContaining([...own, '203.0.113.0-203.0.113.255']));
    expect(boundsOf(route, 'dst')).toHaveLength(4);
  });

  it('a mask that is no range → nothing', () => {
    expect(
      boundsOf(
        '/ip firewall mangle\nadd chain=prerouting action=accept src-address=0.0.0.1/0.0.0.1\n',
        'src',
      ),
    ).toEqual(own);
  });
});
