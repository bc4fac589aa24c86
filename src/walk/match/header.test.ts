import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { makePacket, newState, type PacketParts, walk } from '../index.ts';

const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;

/** Is a packet through the small office dropped by a rule with this condition? */
function drops(condition: string, more = ''): (parts: Partial<PacketParts>) => boolean {
  const prepared = read(`${more}/ip firewall filter\nadd chain=forward ${condition} action=drop\n`);
  return parts => walk(prepared, newState(), makePacket({ ...base, ...parts })).ending.kind === 'dropped';
}

type Row = readonly [
  condition: string,
  holds: readonly Partial<PacketParts>[],
  fails: readonly Partial<PacketParts>[],
];

const rows = (cases: readonly Row[], more = ''): void => {
  it.each(cases)('%s → holds for these packets and for no others', (condition, holds, fails) => {
    const test = drops(condition, more);
    expect(holds.filter(parts => !test(parts))).toEqual([]);
    expect(fails.filter(parts => test(parts))).toEqual([]);
  });
};

describe('addresses', () => {
  const [below, first, last, above] = ['192.168.0.15', '192.168.0.16', '192.168.0.31', '192.168.0.32'];
  const sources = (...list: readonly string[]) => list.map(src => ({ src }) as Partial<PacketParts>);
  const targets = (...list: readonly string[]) => list.map(dst => ({ dst }) as Partial<PacketParts>);
  rows([
    ['src-address=192.168.0.16/28', sources(first, last), sources(below, above)],
    ['src-address=!192.168.0.16/28', sources(below, above), sources(first, last)],
    ['src-address=192.168.0.16-192.168.0.31', sources(first, last), sources(below, above)],
    ['dst-address=8.8.8.8/31', targets('8.8.8.8', '8.8.8.9'), targets('8.8.8.7', '8.8.8.10')],
    ['dst-address=!8.8.8.8/31', targets('8.8.8.7', '8.8.8.10'), targets('8.8.8.8', '8.8.8.9')],
    ['src-address-type=unicast', sources(first), sources()],
    ['dst-address-type=unicast', targets('8.8.8.8'), []],
    ['dst-address-type=!unicast', [], targets('8.8.8.8')],
    ['src-address-type=local', [], sources(first)],
    ['src-address-type=local,unicast', sources(first), []],
    ['dst-address-type=""', targets('8.8.8.8'), []],
    ['dst-address-type=!""', [], targets('8.8.8.8')],
  ]);

  rows(
    [
      ['src-address-list=some', sources(first, last, '192.168.0.40'), sources(below, above, '192.168.0.41')],
      ['src-address-list=!some', sources(below, above), sources(first, last)],
      ['dst-address-list=some', targets('9.9.9.1', '9.9.9.3'), targets('9.9.9.0', '9.9.9.4', '9.9.9.9')],
      ['dst-address-list=!some', targets('9.9.9.0', '9.9.9.4'), targets('9.9.9.1', '9.9.9.3')],
      ['dst-address-list=nobody', [], targets('9.9.9.1')],
    ],
    `/ip firewall address-list
add list=some address=192.168.0.16/28
add list=some address=192.168.0.40
add list=some address=9.9.9.1-9.9.9.3
add list=some address=9.9.9.9 disabled=yes
add list=other address=192.168.0.41
`,
  );

  it('an address list with a name → holds for what the name resolves to', () => {
    const text =
      '/ip firewall address-list\nadd list=some address=cdn.example\n/ip firewall filter\nadd chain=forward dst-address-list=some action=drop\n';
    const ends = (names?: Readonly<Record<string, readonly ['9.9.9.9']>>) =>
      walk(read(text, { names }), newState(), makePacket({ ...base, dst: '9.9.9.9' })).ending.kind;
    expect(ends({ 'cdn.example': ['9.9.9.9'] })).toBe('dropped');
    expect(ends({ 'other.example': ['9.9.9.9'] })).toBe('forwarded');
    expect(ends()).toBe('forwarded');
  });
});

describe('ports and protocols', () => {
  const udp = { protocol: 'udp' };
  const gre = { protocol: 'gre', srcPort: 40_000, dstPort: 443 };
  const icmp = { protocol: 'icmp' };
  const to = (...ports: readonly number[]) => ports.map(dstPort => ({ dstPort }));
  const from = (...ports: readonly number[]) => ports.map(srcPort => ({ srcPort }));
  rows([
    ['protocol=tcp', [{}], [udp, icmp, gre]],
    ['protocol=!tcp', [udp, icmp, gre], [{}]],
    ['protocol=47', [gre], [{}, udp]],
    ['protocol=tcp dst-port=440-450', to(440, 443, 450), [...to(439, 451), udp]],
    ['protocol=tcp dst-port=!440-450', to(439, 451), [...to(440, 450), { ...udp, dstPort: 1 }]],
    ['protocol=tcp dst-port=80,440-450', to(80, 440, 450), to(79, 81, 439, 451)],
    ['protocol=tcp src-port=40000', from(40_000), from(39_999, 40_001)],
    ['protocol=tcp src-port=!40000', from(39_999, 40_001), from(40_000)],
    ['protocol=tcp port=443', [...to(443), { srcPort: 443, dstPort: 1 }], [{ srcPort: 442, dstPort: 444 }]],
    ['protocol=tcp port=!443', [{ srcPort: 442, dstPort: 444 }], [...to(443), { srcPort: 443, dstPort: 1 }]],
    ['protocol=tcp tcp-flags=syn,!ack', [{ tcpFlags: 2 }, { tcpFlags: 2 | 8 }], [{ tcpFlags: 2 | 16 }, udp]],
    ['protocol=tcp tcp-flags=!syn', [{ tcpFlags: 16 }], [{ tcpFlags: 2 }]],
  ]);
});

describe('other fields of the header', () => {
  const mss = (...values: readonly (number | undefined)[]) => values.map(value => ({ mss: value }));
  const icmp = (icmpType: number, icmpCode: number) => ({ protocol: 'icmp', icmpType, icmpCode });
  const ttl = (...values: readonly number[]) => values.map(value => ({ ttl: value + 1 }));
  const size = (...values: readonly number[]) => values.map(value => ({ size: value }));
  rows([
    ['protocol=tcp tcp-mss=100-1400', mss(100, 1000, 1400), [...mss(99, 1401, undefined, 0)]],
    ['protocol=tcp tcp-mss=!100-1400', mss(99, 1401), mss(100, 1400, undefined)],
    ['protocol=tcp tcp-mss=0-1400', mss(1, 1400), mss(undefined, 0)],
    ['protocol=icmp icmp-options=8:0', [icmp(8, 0)], [icmp(8, 1), icmp(13, 0)]],
    ['protocol=icmp icmp-options=8:2-4', [icmp(8, 2), icmp(8, 4)], [icmp(8, 1), icmp(8, 5), icmp(13, 3)]],
    ['protocol=icmp icmp-options=!8:2-4', [icmp(8, 1), icmp(8, 5), icmp(13, 3)], [icmp(8, 2), icmp(8, 4)]],
    ['protocol=icmp icmp-options=8:0-255', [icmp(8, 0), icmp(8, 255)], [icmp(13, 0)]],
    ['dscp=46', [{ dscp: 46 }], [{ dscp: 45 }, {}]],
    ['dscp=!46', [{ dscp: 45 }], [{ dscp: 46 }]],
    ['ttl=equal:5', ttl(5), ttl(4, 6)],
    ['ttl=not-equal:5', ttl(4, 6), ttl(5)],
    ['ttl=less-than:5', ttl(4), ttl(5, 6)],
    ['ttl=greater-than:5', ttl(6), ttl(5, 4)],
    ['packet-size=100-200', size(100, 200), size(99, 201)],
    ['packet-size=!100-200', size(99, 201), size(100, 200)],
    ['fragment=yes', [{ fragment: true }], [{ fragment: false }]],
    ['fragment=no', [{ fragment: false }], [{ fragment: true }]],
  ]);
});

describe('interfaces', () => {
  const lists = '/interface list\nadd name=some\n/interface list member\n';
  const both = `${lists}add list=some interface=ether2\nadd list=some interface=ether9\n`;
  const mac = (address: string) => ({ mac: address }) as Partial<PacketParts>;
  rows(
    [
      ['in-interface=ether2', [{}], []],
      ['in-interface=!ether2', [], [{}]],
      ['in-interface=ether1', [], [{}]],
      ['out-interface=ether1', [{}], []],
      ['out-interface=ether2', [], [{}]],
      ['in-interface-list=some', [{}], []],
      ['in-interface-list=!some', [], [{}]],
      ['out-interface-list=some', [], [{}]],
      ['out-interface-list=!some', [{}], []],
      ['out-interface-list=all', [{}], []],
      ['out-interface-list=!all', [], [{}]],
      ['src-mac-address=02:00:00:00:00:0A', [mac('02:00:00:00:00:0a')], [mac('02:00:00:00:00:0b'), {}]],
      ['src-mac-address=!02:00:00:00:00:0A', [mac('02:00:00:00:00:0b')], [mac('02:00:00:00:00:0a'), {}]],
    ],
    both,
  );
});
