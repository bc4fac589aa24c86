import type { AddressMatch } from '../../model/index.ts';
import { type Ipv4Bounds, ipv4ToNumber, isIpv4, isIpv4Prefix, prefixRange } from '../../net/index.ts';

/** First and last IPv4 address; undefined where it holds none. */
export function rangeOf(address: AddressMatch): Ipv4Bounds | undefined {
  if (address.kind === 'mask') return undefined;
  if (address.kind === 'prefix')
    return isIpv4Prefix(address.prefix) ? prefixRange(address.prefix) : undefined;
  const { from, to } = address;
  return isIpv4(from) && isIpv4(to) ? { from: ipv4ToNumber(from), to: ipv4ToNumber(to) } : undefined;
}
