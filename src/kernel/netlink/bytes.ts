import { type Ipv4, ipv4ToNumber, printIpv4 } from '../../net/index.ts';

// Host byte order is little-endian on every machine we run on (x64, arm64); `be…` is network order.

export const u8 = (value: number): Buffer => Buffer.from([value & 0xff]);

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

export function be16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function be32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

/** A zero-terminated string. */
export const text = (value: string): Buffer => Buffer.from(`${value}\0`);

/** A string without its terminator. */
export function readText(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

/** A 64-bit counter as a number: exact up to 2^53. */
export const readU64 = (bytes: Buffer, at: number): number =>
  bytes.length >= at + 8 ? Number(bytes.readBigUInt64LE(at)) : 0;

export const ipv4 = (address: Ipv4): Buffer => be32(ipv4ToNumber(address));
export const readIpv4 = (bytes: Buffer): Ipv4 => printIpv4(bytes.readUInt32BE(0));
