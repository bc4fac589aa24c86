import type { Family } from './family.ts';
import { canonicalIpv4, type Ipv4, ipv4ToNumber, isIpv4 } from './ipv4/index.ts';
import { canonicalIpv6, type Ipv6, ipv6ToBigint } from './ipv6/index.ts';

/** An address of either family in canonical form. */
export type Address = Ipv4 | Ipv6;

/** The family of a canonical address or prefix. */
export function familyOf(address: string): Family {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}

/** An address of either family in canonical form, or undefined. */
export function parseAddress(text: string): Address | undefined {
  return canonicalIpv4(text) ?? canonicalIpv6(text);
}

/** As `parseAddress`, for text that was checked before: throws on anything else. */
export function toAddress(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined) throw new TypeError(`not an address: ${text}`);
  return address;
}

/** The order of two addresses as numbers, all of IPv4 first. */
export function compareAddresses(a: Address, b: Address): number {
  if (isIpv4(a)) return isIpv4(b) ? ipv4ToNumber(a) - ipv4ToNumber(b) : -1;
  if (isIpv4(b)) return 1;
  const [left, right] = [ipv6ToBigint(a), ipv6ToBigint(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
