import type { Router } from '../../model/index.ts';
import { type Ipv4, prefixContains } from '../../net/index.ts';
import { computeRib, type RibOptions } from '../rib.ts';
import type { Rib } from '../rib-route.ts';
import { dialledNames, withCarriers } from './links.ts';
import { connectedNetwork, type InterfaceState, type World } from './world.ts';

/**
 * How a link fails. `unplugged`: it goes down, and what it carries. `gateway`: the next hop falls silent. `upstream`:
 * the next hop still answers, nothing behind it does.
 */
type FaultKind = 'unplugged' | 'gateway' | 'upstream';

export interface Fault {
  readonly interface: string;
  readonly kind: FaultKind;
}

/** A state of the world with what follows from it. `dead`: interfaces behind which nothing answers, whether routes show it or not. */
export interface Situation {
  readonly world: World;
  readonly rib: Rib;
  readonly dead: readonly string[];
}

/** The world after the checks of the configuration have detected the faults, as far as they do. */
export function situationOf(
  router: Router,
  world: World,
  faults: readonly Fault[] = [],
  options: RibOptions = {},
): Situation {
  if (faults.length === 0) return { world, rib: computeRib(router, world, options), dead: world.dead ?? [] };
  const cut = faults.filter(({ kind }) => kind === 'unplugged').map(fault => fault.interface);
  const unplugged = unplug(router, world, cut);
  const before = computeRib(router, unplugged, options);
  const silent = before.checks.filter(({ interface: name, address }) =>
    faults.some(
      fault =>
        fault.interface === name &&
        // Nothing is checked through a link that is unplugged.
        (fault.kind === 'gateway' || !isNear(world, name, address)),
    ),
  );
  const unreachable = [...world.unreachable, ...silent.map(({ key }) => key)];
  const fallen = fallenBetween(world, unplugged);
  const dead = [...new Set([...(world.dead ?? []), ...faults.map(fault => fault.interface), ...fallen])];
  const after = { ...unplugged, unreachable, ...(dead.length > 0 && { dead }) };
  return { world: after, rib: computeRib(router, after, options), dead };
}

/** The world with links down that ran, and what they carried. */
export function unplug(router: Router, world: World, names: readonly string[]): World {
  if (names.length === 0) return world;
  const links = Object.values(world.interfaces).map(link =>
    names.includes(link.name) ? { ...link, running: false } : link,
  );
  const interfaces = withCarriers(router, byName(links));
  const leased = router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface);
  const lost = [...dialledNames(router), ...leased].filter(
    name => world.interfaces[name]?.running && !interfaces[name]?.running,
  );
  return lost.reduce(forgetLease, { ...world, interfaces });
}

/** Whose link is down holds no lease any more, and none of its address, peer and routes (docs/routeros.md#dhcp-client). */
function forgetLease(world: World, name: string): World {
  const { [name]: lease, ...leases } = world.leases;
  const link = world.interfaces[name];
  if (!link) return world;
  const kept = link.addresses.filter(({ address }) => address !== lease?.address.address);
  return { ...world, leases, interfaces: { ...world.interfaces, [name]: { ...link, addresses: kept } } };
}

const byName = (links: readonly InterfaceState[]): World['interfaces'] =>
  Object.fromEntries(links.map(link => [link.name, link]));

const fallenBetween = (before: World, after: World): string[] =>
  Object.values(before.interfaces)
    .filter(({ name, running }) => running && !after.interfaces[name]?.running)
    .map(({ name }) => name);

function isNear({ interfaces }: World, name: string, address: Ipv4): boolean {
  const networks = (interfaces[name]?.addresses ?? []).map(connectedNetwork);
  return networks.some(network => prefixContains(network, address));
}
