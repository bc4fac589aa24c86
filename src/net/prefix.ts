import { type Address, familyOf } from './address.ts';
import type { Family } from './family.ts';
import {
  type Ipv4,
  type Ipv4Bounds,
  type Ipv4Interface,
  type Ipv4Prefix,
  ipv4ToNumber,
  isIpv4,
  maskOf,
  notIpv4Prefix,
  parseIpv4Interface,
  parseIpv4Prefix,
  printIpv4Prefix,
} from './ipv4/index.ts';
import {
  type Ipv6,
  type Ipv6Bounds,
  type Ipv6Interface,
  type Ipv6Prefix,
  ipv6Bounds,
  ipv6ToBigint,
  parseIpv6Interface,
  parseIpv6Prefix,
  printIpv6Prefix,
} from './ipv6/index.ts';

/** A network of either family in canonical form. */
export type Prefix = Ipv4Prefix | Ipv6Prefix;

/** An address of either family together with the length of its network. */
export type InterfaceAddress = Ipv4Interface | Ipv6Interface;

export function isIpv4Interface(own: InterfaceAddress): own is Ipv4Interface {
  return familyOf(own.address) === 'ipv4';
}

interface Defaults {
  readonly ipv4: Ipv4Prefix;
  readonly ipv6: Ipv6Prefix;
}

const defaults: Defaults = { ipv4: '0.0.0.0/0', ipv6: '::/0' };

/** The prefix that holds every address of a family. */
export function defaultPrefix<F extends Family>(family: F): Defaults[F] {
  return defaults[family];
}

/** Does the canonical prefix (also as text of a report) hold every address of its family? */
export function isDefault(prefix: string): boolean {
  return prefix === defaults.ipv4 || prefix === defaults.ipv6;
}

/** A network or host of either family in canonical form (host bits dropped), or undefined. */
export function parsePrefix(text: string): Prefix | undefined {
  return parseIpv4Prefix(text) ?? parseIpv6Prefix(text);
}

/** Is the canonical prefix one of IPv4? */
export function isIpv4Prefix(prefix: Prefix): prefix is Ipv4Prefix {
  return familyOf(prefix) === 'ipv4';
}

/** Parts of a canonical prefix. Throws on text that is none. */
export function splitPrefix(prefix: Ipv4Prefix): Ipv4Interface;
export function splitPrefix(prefix: Ipv6Prefix): Ipv6Interface;
export function splitPrefix(prefix: Prefix): InterfaceAddress;
export function splitPrefix(prefix: Prefix): InterfaceAddress {
  if (isIpv4Prefix(prefix)) return parseIpv4Interface(prefix) ?? notIpv4Prefix(prefix);
  const parsed = parseIpv6Interface(prefix);
  if (!parsed) throw new TypeError(`not an IPv6 prefix: ${prefix}`);
  return parsed;
}

/** The network an interface address lies in: `192.168.0.1/24` → `192.168.0.0/24`. */
export function networkOf(own: Ipv4Interface): Ipv4Prefix;
export function networkOf(own: Ipv6Interface): Ipv6Prefix;
export function networkOf(own: InterfaceAddress): Prefix;
export function networkOf({ address, length }: InterfaceAddress): Prefix {
  return isIpv4(address)
    ? printIpv4Prefix(ipv4ToNumber(address), length)
    : printIpv6Prefix(ipv6ToBigint(address), length);
}

/** Numeric bounds of a canonical prefix. Throws on text that is none. */
export function prefixRange(prefix: Ipv4Prefix): Ipv4Bounds;
export function prefixRange(prefix: Ipv6Prefix): Ipv6Bounds;
export function prefixRange(prefix: Prefix): Ipv4Bounds | Ipv6Bounds;
export function prefixRange(prefix: Prefix): Ipv4Bounds | Ipv6Bounds {
  return isIpv4Prefix(prefix) ? ipv4Range(prefix) : ipv6Range(prefix);
}

/** Bounds by prefix: routing tables ask for the same few thousand again and again. Emptied when it is full. */
const knownRanges = new Map<Ipv4Prefix, Ipv4Bounds>();
const mostKnown = 100_000;

function ipv4Range(prefix: Ipv4Prefix): Ipv4Bounds {
  const known = knownRanges.get(prefix);
  if (known) return known;
  if (knownRanges.size >= mostKnown) knownRanges.clear();
  const range = Object.freeze(computedRange(prefix));
  knownRanges.set(prefix, range);
  return range;
}

function computedRange(prefix: Ipv4Prefix): Ipv4Bounds {
  const { address, length } = splitPrefix(prefix);
  const from = ipv4ToNumber(address);
  return { from, to: (from | ~maskOf(length)) >>> 0 };
}

function ipv6Range(prefix: Ipv6Prefix): Ipv6Bounds {
  const { address, length } = splitPrefix(prefix);
  return ipv6Bounds(ipv6ToBigint(address), length);
}

/** Does the canonical prefix hold the address? Never one of the other family. */
export function prefixContains(prefix: Prefix, address: Address): boolean {
  if (familyOf(prefix) !== familyOf(address)) return false;
  return isIpv4Prefix(prefix)
    ? within(ipv4Range(prefix), ipv4ToNumber(address as Ipv4))
    : within(ipv6Range(prefix), ipv6ToBigint(address as Ipv6));
}

const within = <N extends number | bigint>({ from, to }: { readonly from: N; readonly to: N }, value: N) =>
  value >= from && value <= to;
