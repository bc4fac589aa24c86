import { type IpAddress, peerOf, type Router } from '../../model/index.ts';
import { dialledNames } from './links.ts';
import type { HeldAddress, InterfaceState, World } from './world.ts';

/**
 * The world as it will be once the configured addresses and the leases' addresses are on their interfaces, and those of ours
 * that nobody wants any more are gone: routes can then be computed in one step with the addresses they need.
 */
export function settledWorld(router: Router, world: World): World {
  const interfaces: Record<string, InterfaceState> = {};
  for (const state of Object.values(world.interfaces)) {
    interfaces[state.name] = {
      ...state,
      addresses: withWished(state, wishedAddresses(router, world, state.name)),
    };
  }
  return { ...world, interfaces };
}

/** Addresses that configuration and leases want on one interface. */
function wishedAddresses(router: Router, world: World, name: string): HeldAddress[] {
  const stated = router.addresses.filter(item => item.interface === name && !item.disabled);
  return [...stated.map(heldAddress), ...leasedAddresses(router, world, name)];
}

/** An address of the text as its interface has it. */
export function heldAddress(item: IpAddress): HeldAddress {
  const peer = peerOf(item);
  return peer === undefined ? item.address : { ...item.address, peer };
}

/** A line that is dialled has one address towards one peer (docs/routeros.md#point-to-point-addresses). */
function leasedAddresses(router: Router, { leases }: World, name: string): HeldAddress[] {
  const lease = leases[name];
  if (!lease) return [];
  if (!dialledNames(router).includes(name)) return [lease.address];
  return [{ address: lease.address.address, length: 32, peer: lease.gateway }];
}

function withWished({ addresses }: InterfaceState, wished: readonly HeldAddress[]): HeldAddress[] {
  const isSame = (one: HeldAddress) => (other: HeldAddress) =>
    one.address === other.address && one.length === other.length;
  const staying = addresses.filter(have => !have.isOurs || wished.some(isSame(have))).map(unmarked);
  const missing = wished.filter(want => !staying.some(isSame(want)));
  return [...staying, ...missing];
}

const unmarked = ({ isOurs: _, ...address }: HeldAddress): HeldAddress => address;
