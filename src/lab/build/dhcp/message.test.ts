import { describe, expect, it } from 'vitest';
import { decodeDhcp, encodeDhcp } from './message.ts';

const ask = { transaction: 0x12345678, mac: '02:4a:4c:00:01:90', hostname: 'c1' };

/** An answer as RFC 2131 lays it out. */
function answer(
  type: number,
  address: number[],
  options: readonly (readonly [number, readonly number[]])[],
): Buffer {
  const bytes = Buffer.alloc(240);
  bytes.set([2, 1, 6]);
  bytes.writeUInt32BE(ask.transaction, 4);
  bytes.set(address, 16);
  bytes.writeUInt32BE(0x63825363, 236);
  const fields = [[53, [type]] as const, ...options].flatMap(([code, value]) => [
    code,
    value.length,
    ...value,
  ]);
  return Buffer.concat([bytes, Buffer.from([0, 0, ...fields, 255])]);
}

describe('encodeDhcp', () => {
  it('broadcasts a DISCOVER with MAC and host name', () => {
    const bytes = encodeDhcp(ask);
    expect([...bytes.subarray(0, 12)]).toEqual([1, 1, 6, 0, 0x12, 0x34, 0x56, 0x78, 0, 0, 0x80, 0]);
    expect(bytes.toString('hex', 28, 34)).toBe('024a4c000190');
    expect([...bytes.subarray(236)]).toEqual([
      99, 130, 83, 99, 53, 1, 1, 12, 2, 99, 49, 55, 4, 1, 3, 6, 51, 255,
    ]);
  });

  it('asks for the address that a server offered', () => {
    const bytes = encodeDhcp({ ...ask, request: { address: '192.168.0.147', server: '192.168.0.1' } });
    expect([...bytes.subarray(240, 255)]).toEqual([53, 1, 3, 50, 4, 192, 168, 0, 147, 54, 4, 192, 168, 0, 1]);
  });
});

describe('decodeDhcp', () => {
  it('reads a lease', () => {
    const bytes = answer(
      5,
      [192, 168, 0, 147],
      [
        [1, [255, 255, 255, 0]],
        [3, [192, 168, 0, 1]],
        [6, [1, 1, 1, 1, 8, 8, 8, 8]],
        [51, [0, 0, 14, 16]],
        [54, [192, 168, 0, 1]],
      ],
    );
    expect(decodeDhcp(bytes, 'eth0')).toEqual({
      kind: 'ack',
      transaction: ask.transaction,
      lease: {
        interface: 'eth0',
        address: { address: '192.168.0.147', length: 24 },
        gateway: '192.168.0.1',
        dns: ['1.1.1.1', '8.8.8.8'],
        server: '192.168.0.1',
        leaseTime: 3_600_000,
      },
    });
  });

  it('reads a refusal', () => {
    expect(decodeDhcp(answer(6, [0, 0, 0, 0], []), 'eth0')).toEqual({
      kind: 'nak',
      transaction: ask.transaction,
    });
  });

  it.each([
    ['our own question', encodeDhcp(ask)],
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.alloc(300, 2)],
  ])('takes no notice of %s', (_, bytes) => {
    expect(decodeDhcp(bytes, 'eth0')).toBeUndefined();
  });
});
