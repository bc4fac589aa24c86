import { parseIpv4, printIpv4 } from '../ipv4/index.ts';

/** An IPv6 address as RFC 5952 prints it, without a zone, e.g. `2001:db8::1`. */
export type Ipv6 = `${string}:${string}`;

/** IPv6 (RFC 4291 section 2.2, also with an embedded IPv4 address) as a number of 128 bits, or undefined. */
export function parseIpv6(text: string): bigint | undefined {
  if (!text.includes(':')) return undefined;
  const halves = withoutEmbedded(text).split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail] = halves.map(half => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])];
  return groups.every(group => /^[0-9a-f]{1,4}$/i.test(group)) ? numberOf(groups) : undefined;
}

const numberOf = (groups: readonly string[]): bigint =>
  BigInt(`0x${groups.map(group => group.padStart(4, '0')).join('')}`);

/** `::ffff:10.0.0.1` → `::ffff:a00:1`; any other text as it is. */
function withoutEmbedded(text: string): string {
  const cut = text.lastIndexOf(':') + 1;
  const value = parseIpv4(text.slice(cut));
  if (value === undefined) return text;
  return `${text.slice(0, cut)}${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
}

/** The text of RFC 5952; addresses in ::ffff:0:0/96 end as IPv4 (its section 5). */
export function printIpv6(value: bigint): Ipv6 {
  if (value >> 32n === 0xffffn) return `::ffff:${printIpv4(Number(value & 0xffffffffn))}`;
  const groups = groupsOf(value);
  const { start, length } = longestZeros(groups);
  const join = (part: readonly number[]): string => part.map(group => group.toString(16)).join(':');
  if (length < 2) return join(groups) as Ipv6;
  return `${join(groups.slice(0, start))}::${join(groups.slice(start + length))}`;
}

const groupsOf = (value: bigint): readonly number[] =>
  Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(16 * (7 - i))) & 0xffffn));

/** The longest run of zero groups, the first of several. */
function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    const next = groups.findIndex((group, i) => i >= start && group !== 0);
    const length = (next < 0 ? groups.length : next) - start;
    if (length > best.length) best = { start, length };
  }
  return best;
}

/** As `parseIpv6`, for text already known to be an address (model values): throws on anything else. */
export function ipv6ToBigint(address: Ipv6): bigint {
  const value = parseIpv6(address);
  if (value === undefined) throw new TypeError(`not an IPv6 address: ${address}`);
  return value;
}

/** Is `text` an IPv6 address? */
export function isIpv6(text: string): text is Ipv6 {
  return parseIpv6(text) !== undefined;
}

/** The address in canonical form (`2001:DB8::0` is `2001:db8::`), or undefined. */
export function canonicalIpv6(text: string): Ipv6 | undefined {
  const value = parseIpv6(text);
  return value === undefined ? undefined : printIpv6(value);
}

/** As `canonicalIpv6`, for text that was checked before: throws on anything else. */
export function toIpv6(text: string): Ipv6 {
  const address = canonicalIpv6(text);
  if (address === undefined) throw new TypeError(`not an IPv6 address: ${text}`);
  return address;
}
