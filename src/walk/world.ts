import { computeRib, type Rib, settledWorld, type World } from '../health/index.ts';
import { interfaceNames, type Router } from '../model/index.ts';
import { type InterfaceAddress, type Ipv4, networkOf, prefixContains } from '../net/index.ts';

/** What a DHCP server is imagined to give to one WAN. */
export interface ImaginedLease {
  readonly interface: string;
  readonly address: InterfaceAddress;
  readonly gateway: Ipv4;
}

/** A world in which every interface of the configuration runs and these leases are bound. */
export function worldWith(router: Router, leases: readonly ImaginedLease[]): World {
  const names = [...new Set([...interfaceNames(router), ...leases.map(lease => lease.interface)])];
  const states = names.map(name => [name, { name, running: true, addresses: [] }] as const);
  const bound = leases.map(lease => [lease.interface, { ...lease, dns: [], leaseTime: 86_400_000 }] as const);
  return settledWorld(router, {
    interfaces: Object.fromEntries(states),
    leases: Object.fromEntries(bound),
    unreachable: [],
  });
}

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
export function situationOf(router: Router, world: World, faults: readonly Fault[] = []): Situation {
  const unplugged = faults.filter(({ kind }) => kind === 'unplugged').reduce(unplug, world);
  const before = computeRib(router, unplugged);
  const silent = before.checks.filter(({ interface: name, address }) =>
    faults.some(
      fault =>
        fault.interface === name &&
        (fault.kind === 'gateway' || (fault.kind === 'upstream' && !isNear(world, name, address))),
    ),
  );
  const unreachable = [...world.unreachable, ...silent.map(({ key }) => key)];
  const after = { ...unplugged, unreachable };
  return { world: after, rib: computeRib(router, after), dead: faults.map(fault => fault.interface) };
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
