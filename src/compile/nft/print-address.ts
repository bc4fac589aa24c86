import type { AddressMatch } from '../../model/index.ts';

/** An address, network or range as nft writes it; a host without its `/32`. */
export function printAddress(address: AddressMatch): string {
  if (address.kind === 'prefix') return address.prefix.replace(/\/32$/, '');
  return address.from === address.to ? address.from : `${address.from}-${address.to}`;
}
