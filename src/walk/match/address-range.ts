import type { AddressMatch } from '../../model/index.ts';
import { type Ipv4Bounds, ipv4ToNumber, prefixRange } from '../../net/index.ts';

/** First and last address. */
export function rangeOf(address: AddressMatch): Ipv4Bounds {
  return address.kind === 'prefix'
    ? prefixRange(address.prefix)
    : { from: ipv4ToNumber(address.from), to: ipv4ToNumber(address.to) };
}
