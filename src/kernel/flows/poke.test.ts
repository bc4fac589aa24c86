import { expect, it } from 'vitest';
import { synAckOf } from './poke.ts';

const ends = { client: '192.168.0.50', clientPort: 20001, server: '203.0.113.7', serverPort: 443 } as const;

/** RFC 1071: over data and its own checksum the sum is all ones. */
function folded(bytes: Buffer): number {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 2) total += bytes.readUInt16BE(at);
  while (total > 0xffff) total = (total & 0xffff) + (total >>> 16);
  return total;
}

it('a poke: a SYN/ACK from the server to the client, checksums right', () => {
  const bytes = synAckOf(ends);
  expect(bytes.toString('hex', 12, 24)).toBe('cb007107c0a8003201bb4e21');
  expect([bytes[9], bytes[33]]).toEqual([6, 0x12]);
  expect(folded(bytes.subarray(0, 20))).toBe(0xffff);
  const pseudo = Buffer.concat([bytes.subarray(12, 20), Buffer.from([0, 6, 0, 20])]);
  expect(folded(Buffer.concat([pseudo, bytes.subarray(20)]))).toBe(0xffff);
});

it('other ends → another packet', () => {
  expect(synAckOf({ ...ends, clientPort: 20002 })).not.toEqual(synAckOf(ends));
});
