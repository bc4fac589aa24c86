import {
  broadcastOf,
  type Ipv4Interface,
  type Ipv4Prefix,
  ipv4ToNumber,
  networkOf,
  parseIpv4Interface,
  prefixContains,
  prefixRange,
  toIpv4,
} from '../../net/index.ts';

/** An address with its network, which a schema has looked at. */
export function ownOf(text: string): Ipv4Interface {
  const own = parseIpv4Interface(text);
  if (!own) throw new TypeError(`not an address: ${text}`);
  return own;
}

export const networkOfText = (text: string): Ipv4Prefix => networkOf(ownOf(text));

export const isIn = (network: Ipv4Prefix, address: string): boolean =>
  prefixContains(network, toIpv4(address));

export function overlap(one: Ipv4Prefix, other: Ipv4Prefix): boolean {
  const [a, b] = [prefixRange(one), prefixRange(other)];
  return a.from <= b.to && b.from <= a.to;
}

/** May a host have this address of its network: neither the network itself nor its broadcast? */
export function isHost(text: string): boolean {
  const { address, length } = ownOf(text);
  const network = networkOfText(text);
  return length > 30 || !(network.startsWith(`${address}/`) || broadcastOf(network) === address);
}

export const numberOf = (address: string): number => ipv4ToNumber(toIpv4(address));
