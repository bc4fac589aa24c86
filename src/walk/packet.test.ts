import { describe, expect, it } from 'vitest';
import { answerTo, laterPacket, makePacket, tcpFlagBits } from './packet.ts';

const { syn, ack } = tcpFlagBits;
const ends = { src: '192.168.0.10', dst: '8.8.8.8' } as const;

describe('makePacket', () => {
  it('nothing but its ends → a TCP SYN with ordinary fields', () => {
    expect(makePacket(ends)).toEqual({
      in: undefined,
      src: 0xc0a8000a,
      dst: 0x08080808,
      protocol: 6,
      srcPort: 0,
      dstPort: 0,
      tcpFlags: syn,
      icmpType: 8,
      icmpCode: 0,
      icmpId: 1,
      ttl: 64,
      dscp: 0,
      size: 60,
      mss: undefined,
      mac: undefined,
      fragment: false,
      quotes: undefined,
    });
  });

  it('another protocol → no flags; a word that is none → refused', () => {
    expect(makePacket({ ...ends, protocol: 'udp' })).toMatchObject({ protocol: 17, tcpFlags: 0 });
    expect(makePacket({ ...ends, protocol: 47 }).protocol).toBe(47);
    expect(() => makePacket({ ...ends, protocol: 'carrier-pigeon' })).toThrow(
      new TypeError('not an IP protocol: carrier-pigeon'),
    );
  });
});

describe('answerTo', () => {
  const asked = makePacket({
    ...ends,
    in: 'ether2',
    srcPort: 1,
    dstPort: 2,
    ttl: 9,
    mac: '02:00:00:00:00:01',
  });

  it('a SYN → SYN and ACK from the other end', () => {
    expect(answerTo(asked, 'ether1')).toEqual({
      ...asked,
      in: 'ether1',
      src: asked.dst,
      dst: asked.src,
      srcPort: 2,
      dstPort: 1,
      tcpFlags: syn | ack,
      icmpType: 0,
      ttl: 64,
      mac: undefined,
    });
    expect(answerTo({ ...asked, tcpFlags: ack }).tcpFlags).toBe(ack);
    expect(answerTo({ ...asked, protocol: 17, tcpFlags: 0 }).tcpFlags).toBe(0);
  });

  it.each([
    [8, 0],
    [0, 8],
    [13, 14],
    [15, 16],
    [17, 18],
    [3, 3],
  ])('ICMP type %i → type %i', (icmpType, expected) => {
    expect(answerTo(makePacket({ ...ends, protocol: 'icmp', icmpType })).icmpType).toBe(expected);
  });
});

it('laterPacket: TCP → an ACK; other protocols → the same packet', () => {
  const tcp = makePacket(ends);
  expect(laterPacket(tcp)).toEqual({ ...tcp, tcpFlags: ack });
  const udp = makePacket({ ...ends, protocol: 'udp' });
  expect(laterPacket(udp)).toBe(udp);
});
