import {
  type Address,
  type Family,
  familyOf,
  ipv4ToNumber,
  ipv6ToBigint,
  isIpv4,
  printIpv4,
  printIpv6,
} from '../../net/index.ts';

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

/** AF_INET and AF_INET6. */
export const familyNumber: Readonly<Record<Family, number>> = { ipv4: 2, ipv6: 10 };

export const familyNumberOf = (address: string): number => familyNumber[familyOf(address)];

/** 4 or 16 bytes. */
export function addressBytes(address: Address): Buffer {
  if (isIpv4(address)) return be32(ipv4ToNumber(address));
  const value = ipv6ToBigint(address);
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64BE(value >> 64n, 0);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value), 8);
  return bytes;
}

/** The inverse of `addressBytes`; the length tells the family. */
export function readAddressBytes(bytes: Buffer): Address {
  return bytes.length < 16
    ? printIpv4(bytes.readUInt32BE(0))
    : printIpv6((bytes.readBigUInt64BE(0) << 64n) | bytes.readBigUInt64BE(8));
}
