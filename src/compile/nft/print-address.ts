import type { AddressMatch } from '../../model/index.ts';
import { isIpv4Prefix } from '../../net/index.ts';

const withoutLength = (prefix: string, ofHost: string): string =>
  prefix.endsWith(ofHost) ? prefix.slice(0, -ofHost.length) : prefix;

/** An address, network or range as nft writes it; a host without its length. */
export function printAddress(address: Exclude<AddressMatch, { readonly kind: 'mask' }>): string {
  if (address.kind === 'prefix')
    return withoutLength(address.prefix, isIpv4Prefix(address.prefix) ? '/32' : '/128');
  return address.from === address.to ? address.from : `${address.from}-${address.to}`;
}
