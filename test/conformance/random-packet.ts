import fc from 'fast-check';
import type { Ipv4 } from '../../src/net/index.ts';
import { makePacket, type Packet, tcpFlagBits } from '../../src/walk/index.ts';

const { syn, ack, fin, rst } = tcpFlagBits;

const clients: readonly Ipv4[] = ['192.168.0.5', '192.168.0.10', '192.168.0.130', '192.168.0.77'];
const servers: readonly Ipv4[] = [
  '8.8.8.8',
  '8.8.4.4',
  '203.0.113.7',
  '203.0.113.70',
  '9.9.9.9',
  '1.1.1.1',
  '5.6.7.8',
];
const others: readonly Ipv4[] = [
  '192.168.0.50',
  '172.20.0.9',
  '192.168.0.1',
  '10.10.10.254',
  '20.20.20.254',
  '10.10.10.1',
  '20.20.20.77',
];

const between = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      in: fc.constant('ether4'),
      src: fc.constantFrom(...clients),
      dst: fc.constantFrom(...servers, ...servers, ...others),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      in: fc.constant('ether5'),
      src: fc.constantFrom('172.20.0.9', '172.20.0.10'),
      dst: fc.constantFrom(...servers, ...clients, ...others),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      in: fc.constantFrom('ether1', 'ether2', 'ether3'),
      src: fc.constantFrom(...servers),
      dst: fc.constantFrom(
        '10.10.10.254',
        '20.20.20.254',
        '30.30.30.254',
        '192.168.0.50',
        '8.8.8.8',
        '192.168.0.10',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      in: fc.constant(undefined),
      src: fc.constantFrom('10.10.10.254', '20.20.20.254', '192.168.0.1'),
      dst: fc.constantFrom(...servers, ...clients),
    }),
  },
);

const flags = fc.constantFrom(syn, syn, syn, syn, ack, syn | ack, fin | ack, rst, 0, syn | fin);

const header = fc.record({
  protocol: fc.constantFrom(6, 6, 6, 17, 17, 1, 47),
  srcPort: fc.integer({ min: 39_990, max: 40_020 }),
  dstPort: fc.constantFrom(443, 53, 80, 22, 5500, 8080),
  tcpFlags: flags,
  icmpType: fc.constantFrom(8, 8, 8, 0, 13),
  icmpId: fc.integer({ min: 1, max: 4 }),
  dscp: fc.integer({ min: 0, max: 3 }),
  size: fc.constantFrom(60, 60, 120, 600),
  ttl: fc.constantFrom(64, 64, 64, 5, 1),
});

/** One random packet that begins something, or does not belong anywhere. */
export const randomPacket: fc.Arbitrary<Packet> = fc.tuple(between, header).map(([ends, head]) =>
  makePacket({
    ...ends,
    ...head,
    // What the router sends itself carries a TTL of its own; see `ownTtl`.
    ttl: ends.in === undefined ? 99 : head.ttl,
    tcpFlags: head.protocol === 6 ? head.tcpFlags : 0,
    srcPort: hasPorts(head.protocol) ? head.srcPort : 0,
    dstPort: hasPorts(head.protocol) ? head.dstPort : 0,
  }),
);

const hasPorts = (protocol: number): boolean => protocol === 6 || protocol === 17;
