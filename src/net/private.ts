import type { Ipv4Prefix } from './ipv4/index.ts';
import { prefixContains, splitPrefix } from './prefix.ts';

/** What RFC 1918 leaves to everybody's own use. */
export const privateNetworks: readonly Ipv4Prefix[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** Does a network lie in one of them? */
export function isPrivateNetwork(prefix: Ipv4Prefix): boolean {
  const { address, length } = splitPrefix(prefix);
  return length >= 8 && privateNetworks.some(network => prefixContains(network, address));
}
