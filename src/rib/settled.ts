import type { Router } from '../model/index.ts';
import type { InterfaceAddress } from '../net/index.ts';
import type { InterfaceState, World } from './world.ts';

/**
 * The world as it will be once the configured addresses and the leases' addresses are on their interfaces:
 * routes can then be computed in one step with the addresses they need.
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
export function wishedAddresses(router: Router, world: World, name: string): InterfaceAddress[] {
  const stated = router.addresses.filter(item => item.interface === name && !item.disabled);
  const lease = world.leases[name];
  return [...stated.map(({ address }) => address), ...(lease ? [lease.address] : [])];
}

function withWished({ addresses }: InterfaceState, wished: readonly InterfaceAddress[]): InterfaceAddress[] {
  const missing = wished.filter(
    want => !addresses.some(have => have.address === want.address && have.length === want.length),
  );
  return [...addresses, ...missing];
}
