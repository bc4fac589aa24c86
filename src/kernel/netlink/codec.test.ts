import { describe, expect, it } from 'vitest';
import { attr, attributeMap, attributes, nested } from './attribute.ts';
import { be32, readText, readU64, text, u16, u32 } from './bytes.ts';
import { message, messages, nlm, nlmsg, readAck } from './message.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('attributes', () => {
  it('are laid out as netlink(7) says: length without padding, then type, then padded payload', () => {
    expect(hex(attr(3, text('w1')))).toBe('0700030077310000');
    expect(hex(attr(15, u32(27_001)))).toBe('08000f0079690000');
    expect(hex(nested(18, attr(1, u16(7))))).toBe('0c0012800600010007000000');
  });

  it('are read back, nested ones without their flag', () => {
    const bytes = Buffer.concat([attr(3, text('eth0')), nested(18, attr(1, text('veth'))), attr(4, be32(1))]);
    expect(attributes(bytes).map(({ type }) => type)).toEqual([3, 18, 4]);
    const inner = attributeMap(attributeMap(bytes).get(18) ?? Buffer.alloc(0)).get(1);
    expect(readText(inner ?? Buffer.alloc(0))).toBe('veth');
  });

  it('end where a length is broken', () => {
    const good = attr(1, u32(1));
    expect(attributes(Buffer.concat([good, Buffer.from([0xff, 0xff, 2, 0])]))).toHaveLength(1);
    expect(attributes(Buffer.concat([good, Buffer.from([1, 0, 2, 0])]))).toHaveLength(1);
    expect(attributes(Buffer.alloc(3))).toEqual([]);
  });

  it('hold 64-bit counters', () => {
    const bytes = Buffer.alloc(16);
    bytes.writeBigUInt64LE(5_000_000_000n, 8);
    expect(readU64(bytes, 8)).toBe(5_000_000_000);
    expect(readU64(bytes, 16)).toBe(0);
  });
});

describe('messages', () => {
  it('carry length, type, flags and sequence before the payload', () => {
    expect(hex(message(24, nlm.REQUEST | nlm.ACK, 9, Buffer.from([2])))).toBe(
      '11000000' + '1800' + '0500' + '09000000' + '00000000' + '02000000',
    );
  });

  it('come several in one datagram', () => {
    const both = Buffer.concat([message(16, 2, 7, u32(1)), message(nlmsg.DONE, 2, 7, u32(0))]);
    expect(messages(both).map(({ type, sequence }) => [type, sequence])).toEqual([
      [16, 7],
      [3, 7],
    ]);
    expect(messages(both.subarray(0, 30))).toHaveLength(1);
  });

  it('tell the errno, and the words of the kernel behind a capped or a whole request', () => {
    const header = message(24, 5, 9).subarray(0, 16);
    const whole = message(24, 5, 9, u32(1), u32(2));
    const words = attr(1, text('Nexthop has invalid gateway'));
    const code = u32(-101);
    const read = (flags: number, ...parts: Buffer[]): unknown =>
      messages(message(nlmsg.ERROR, flags, 9, code, ...parts)).map(readAck);
    const answer = [{ errno: 101, words: 'Nexthop has invalid gateway' }];
    expect(read(nlm.ACK_TLVS | nlm.CAPPED, header, words)).toEqual(answer);
    expect(read(nlm.ACK_TLVS, whole, words)).toEqual(answer);
    expect(read(0, whole)).toEqual([{ errno: 101, words: '' }]);
  });
});
