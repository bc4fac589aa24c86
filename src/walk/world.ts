import type { Router } from '../model/index.ts';
import { type Ipv4, networkOf, prefixContains } from '../net/index.ts';
import { computeRib, type Rib, type RibOptions, type World } from '../rib/index.ts';

/**
 * How a WAN dies. `unplugged`: its link goes down. `gateway`: the next hop falls silent. `upstream`: the next hop still
 * answers, nothing behind it does.
 */
export type FaultKind = 'unplugged' | 'gateway' | 'upstream';

export interface Fault {
  readonly interface: string;
  readonly kind: FaultKind;
}

/** A state of the world with what follows from it. `dead`: uplinks that carry nothing, noticed or not. */
export interface Situation {
  readonly world: World;
  readonly rib: Rib;
  readonly dead: readonly string[];
}

/** The world after faults have been noticed by whatever the configuration has to notice them. */
export function situationOf(
  router: Router,
  world: World,
  faults: readonly Fault[] = [],
  options: RibOptions = {},
): Situation {
  const unplugged = faults.filter(({ kind }) => kind === 'unplugged').reduce(unplug, world);
  const before = computeRib(router, unplugged, options);
  const silent = before.checks.filter(({ interface: name, address }) =>
    faults.some(
      fault =>
        fault.interface === name &&
        (fault.kind === 'gateway' || (fault.kind === 'upstream' && !isNear(world, name, address))),
    ),
  );
  const unreachable = [...world.unreachable, ...silent.map(({ key }) => key)];
  const after = { ...unplugged, unreachable };
  return {
    world: after,
    rib: computeRib(router, after, options),
    dead: faults.map(fault => fault.interface),
  };
}

function unplug(world: World, { interface: name }: Fault): World {
  const state = world.interfaces[name];
  if (!state) return world;
  return { ...world, interfaces: { ...world.interfaces, [name]: { ...state, running: false } } };
}

function isNear({ interfaces }: World, name: string, address: Ipv4): boolean {
  const networks = (interfaces[name]?.addresses ?? []).map(networkOf);
  return networks.some(network => prefixContains(network, address));
}
