import { canonicalIpv4, type Ipv4, ipv4ToNumber, parseIpv4, printIpv4 } from './address.ts';

/** An IPv4 network in canonical form, host bits zero, e.g. `10.0.0.0/8`. A host is `/32`. */
export type Ipv4Prefix = `${Ipv4}/${number}`;

/** An address together with the length of its network, as on an interface: `192.168.0.1/24`. */
export interface Ipv4Interface {
  readonly address: Ipv4;
  readonly length: number;
}

/** Inclusive numeric bounds of IPv4 addresses. */
export interface Ipv4Bounds {
  readonly from: number;
  readonly to: number;
}

/** Netmask of a prefix length (0..32) as an unsigned 32-bit number. */
export function maskOf(length: number): number {
  return length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
}

/** Prefix length of a netmask such as `255.255.255.0`; undefined where its ones are not contiguous. */
export function lengthOfMask(mask: string): number | undefined {
  const value = parseIpv4(mask);
  if (value === undefined) return undefined;
  const length = Math.clz32(~value >>> 0);
  return maskOf(length) === value ? length : undefined;
}

/** `192.168.0.1/24`, or a bare address (then `/32`). Host bits are kept. */
export function parseIpv4Interface(text: string): Ipv4Interface | undefined {
  const slash = text.indexOf('/');
  const address = canonicalIpv4(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  if (slash < 0) return { address, length: 32 };
  const lengthText = text.slice(slash + 1);
  const length = /^\d{1,2}$/.test(lengthText) ? Number(lengthText) : lengthOfMask(lengthText);
  return length === undefined || length > 32 ? undefined : { address, length };
}

/** A network or host in canonical form (host bits dropped), or undefined. */
export function parseIpv4Prefix(text: string): Ipv4Prefix | undefined {
  const parsed = parseIpv4Interface(text);
  return parsed && printIpv4Prefix(ipv4ToNumber(parsed.address), parsed.length);
}

/** Canonical text of the network `value/length`. */
export function printIpv4Prefix(value: number, length: number): Ipv4Prefix {
  return `${printIpv4((value & maskOf(length)) >>> 0)}/${length}`;
}

/** Broadcast address of a prefix (its last address). */
export function broadcastOf(prefix: Ipv4Prefix): Ipv4 {
  const { address, length } = parseIpv4Interface(prefix) ?? notIpv4Prefix(prefix);
  return printIpv4((ipv4ToNumber(address) | ~maskOf(length)) >>> 0);
}

export function notIpv4Prefix(text: string): never {
  throw new TypeError(`not an IPv4 prefix: ${text}`);
}
