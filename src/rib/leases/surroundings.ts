import { type Router, rolesOf, tableOfInterface } from '../../model/index.ts';
import {
  broadcastOf,
  type Ipv4,
  type Ipv4Interface,
  type Ipv4Prefix,
  ipv4ToNumber,
  networkOf,
  prefixContains,
  prefixRange,
  splitPrefix,
} from '../../net/index.ts';
import { heldAddress } from '../world/settled.ts';
import { connectedNetwork } from '../world/world.ts';
import type { LeaseFault } from './fault.ts';

/** What a lease of one interface must not collide with. */
export interface Surroundings {
  /** All other addresses that the text gives to the router. */
  readonly own: readonly { readonly interface: string; readonly address: Ipv4 }[];
  /** Networks that lie behind ports that are no WANs, in the same routing table. Two WANs may well be alike. */
  readonly inside: readonly { readonly interface: string; readonly network: Ipv4Prefix }[];
  /** The largest packet that the interface takes; undefined: nobody knows. */
  readonly mtu?: number | undefined;
}

type Why = Pick<LeaseFault, 'why' | 'of' | 'network'>;

export function surroundingsOf(router: Router, name: string, mtu?: number): Surroundings {
  const { wans } = rolesOf(router);
  const table = tableOfInterface(router, name);
  const others = router.addresses.filter(item => !item.disabled && item.interface !== name);
  const inside = others.filter(
    item => !wans.includes(item.interface) && tableOfInterface(router, item.interface) === table,
  );
  return {
    own: others.map(item => ({ interface: item.interface, address: item.address.address })),
    inside: inside.map(item => ({ interface: item.interface, network: connectedNetwork(heldAddress(item)) })),
    mtu,
  };
}

/** Networks of RFC 6890 in which no host that others speak to can be. */
const nobodys: readonly Ipv4Prefix[] = ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4'];

export const isNobodys = (address: Ipv4): boolean =>
  nobodys.some(network => prefixContains(network, address));

/** Why a network or host must not be on this line: the LAN has it. */
export function insideWhy(network: Ipv4Prefix, { inside }: Surroundings): Why | undefined {
  const { address, length } = splitPrefix(network);
  const found = inside.find(
    one => splitPrefix(one.network).length <= length && prefixContains(one.network, address),
  );
  return found && { why: 'inside', of: found.interface, network: found.network };
}

/** Why no other host can have that address. */
export function hostWhy(address: Ipv4, own: Ipv4Interface, around: Surroundings): Why | undefined {
  if (isNobodys(address)) return { why: 'no-host' };
  const ours = around.own.find(one => one.address === address);
  if (ours) return { why: 'own', of: ours.interface };
  if (isEdge(address, own)) return { why: 'edge', network: networkOf(own) };
  return insideWhy(`${address}/32`, around);
}

/** The network itself, or everybody in it (RFC 3021: two hosts alone have neither). */
export function isEdge(address: Ipv4, own: Ipv4Interface): boolean {
  const network = networkOf(own);
  if (own.length > 30 || !prefixContains(network, address)) return false;
  return prefixRange(network).from === ipv4ToNumber(address) || broadcastOf(network) === address;
}
