import { type Ipv4, ipv4ToNumber, parseIpv4, printIpv4 } from './address.ts';

/** An IPv4 network in canonical form, host bits zero, e.g. `10.0.0.0/8`. A host is `/32`. */
export type Prefix = string;

/** An address together with the length of its network, as on an interface: `192.168.0.1/24`. */
export interface InterfaceAddress {
  readonly address: Ipv4;
  readonly length: number;
}

/** Inclusive numeric bounds. */
export interface AddressRange {
  readonly from: number;
  readonly to: number;
}

/** Netmask of a prefix length (0..32) as an unsigned 32-bit number. */
export function maskOf(length: number): number {
  return length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
}

/** Prefix length of a netmask such as `255.255.255.0`; undefined where its ones are not contiguous. */
export function lengthOfMask(mask: Ipv4): number | undefined {
  const value = parseIpv4(mask);
  if (value === undefined) return undefined;
  const length = Math.clz32(~value >>> 0);
  return maskOf(length) === value ? length : undefined;
}

/** `192.168.0.1/24`, or a bare address (then `/32`). Host bits are kept. */
export function parseInterfaceAddress(text: string): InterfaceAddress | undefined {
  const [address = '', lengthText, ...rest] = text.split('/');
  if (rest.length > 0 || parseIpv4(address) === undefined) return undefined;
  if (lengthText === undefined) return { address: canonical(address), length: 32 };
  const length = /^\d{1,2}$/.test(lengthText) ? Number(lengthText) : lengthOfMask(lengthText);
  return length === undefined || length > 32 ? undefined : { address: canonical(address), length };
}

/** The network an interface address lies in: `192.168.0.1/24` → `192.168.0.0/24`. */
export function networkOf(address: InterfaceAddress): Prefix {
  return printPrefix(ipv4ToNumber(address.address), address.length);
}

/** A network or host in canonical form (host bits dropped), or undefined. */
export function parsePrefix(text: string): Prefix | undefined {
  const parsed = parseInterfaceAddress(text);
  return parsed && networkOf(parsed);
}

/** Canonical text of the network `value/length`. */
export function printPrefix(value: number, length: number): Prefix {
  return `${printIpv4((value & maskOf(length)) >>> 0)}/${length}`;
}

/** Numeric bounds of a canonical prefix. Throws on text that is none. */
export function prefixRange(prefix: Prefix): AddressRange {
  const { address, length } = splitPrefix(prefix);
  const from = ipv4ToNumber(address);
  return { from, to: (from | ~maskOf(length)) >>> 0 };
}

/** Parts of a canonical prefix. Throws on text that is none. */
export function splitPrefix(prefix: Prefix): InterfaceAddress {
  const parsed = parseInterfaceAddress(prefix);
  if (!parsed) throw new TypeError(`not a prefix: ${prefix}`);
  return parsed;
}

/** Does the canonical prefix hold the address? */
export function prefixContains(prefix: Prefix, address: Ipv4): boolean {
  const { from, to } = prefixRange(prefix);
  const value = ipv4ToNumber(address);
  return value >= from && value <= to;
}

/** Broadcast address of a prefix (its last address). */
export function broadcastOf(prefix: Prefix): Ipv4 {
  return printIpv4(prefixRange(prefix).to);
}

const canonical = (address: string): Ipv4 => printIpv4(ipv4ToNumber(address));
