import { canonicalIpv6, type Ipv6, ipv6ToBigint, printIpv6 } from './address.ts';

/** An IPv6 network in canonical form, host bits zero, e.g. `2001:db8::/32`. A host is `/128`. */
export type Ipv6Prefix = `${Ipv6}/${number}`;

/** An address together with the length of its network, as on an interface: `2001:db8::1/64`. */
export interface Ipv6Interface {
  readonly address: Ipv6;
  readonly length: number;
}

/** Inclusive numeric bounds of IPv6 addresses. */
export interface Ipv6Bounds {
  readonly from: bigint;
  readonly to: bigint;
}

const ones = (1n << 128n) - 1n;

/** Netmask of a prefix length (0..128). */
function ipv6MaskOf(length: number): bigint {
  return ones ^ ((1n << BigInt(128 - length)) - 1n);
}

/** `2001:db8::1/64`, or a bare address (then `/128`). Host bits are kept. */
export function parseIpv6Interface(text: string): Ipv6Interface | undefined {
  const [host = '', lengthText = '128', ...rest] = text.split('/');
  const address = canonicalIpv6(host);
  const length = /^\d{1,3}$/.test(lengthText) ? Number(lengthText) : 129;
  return rest.length > 0 || address === undefined || length > 128 ? undefined : { address, length };
}

/** A network or host in canonical form (host bits dropped), or undefined. */
export function parseIpv6Prefix(text: string): Ipv6Prefix | undefined {
  const parsed = parseIpv6Interface(text);
  return parsed && printIpv6Prefix(ipv6ToBigint(parsed.address), parsed.length);
}

/** Canonical text of the network `value/length`. */
export function printIpv6Prefix(value: bigint, length: number): Ipv6Prefix {
  return `${printIpv6(value & ipv6MaskOf(length))}/${length}`;
}

/** Inclusive bounds of the network in which `value/length` lies. */
export function ipv6Bounds(value: bigint, length: number): Ipv6Bounds {
  const from = value & ipv6MaskOf(length);
  return { from, to: from | (ones ^ ipv6MaskOf(length)) };
}
