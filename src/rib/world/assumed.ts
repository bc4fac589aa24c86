import { noOrigin, type Origin, type Router } from '../../model/index.ts';
import { assumedLeases } from './assumed-leases.ts';
import { assumed, type WorldAssumption } from './assumption.ts';
import { dialledNames, withCarriers } from './links.ts';
import { settledWorld } from './settled.ts';
import type { InterfaceState, Lease, World } from './world.ts';

/** What is known of the world: from options, from a bench beside the text, from the machine. */
export interface KnownWorld {
  /** Leases that the clients hold; the same interface in `seen` is overridden. */
  readonly leases?: readonly Lease[] | undefined;
  /** Interfaces that are not running; all others are. */
  readonly down?: readonly string[] | undefined;
  /** Checked gateways (`GatewayCheck.key`) that do not answer. */
  readonly unreachable?: readonly string[] | undefined;
  /** The machine's links, addresses and leases; what it has not is not there. */
  readonly seen?: World | undefined;
}

/** A world to work with, and what of it nobody has said. */
export interface AssumedWorld {
  readonly world: World;
  readonly assumptions: readonly WorldAssumption[];
}

/** Interfaces the configuration describes; where it describes none, those that it uses. */
export function namedInterfaces(router: Router): string[] {
  if (router.interfaces.length > 0) return router.interfaces.map(({ name }) => name);
  const used = [router.addresses, router.dhcpClients, router.dhcpServers].flatMap(items =>
    items.filter(({ disabled }) => !disabled).map(item => item.interface),
  );
  return [...new Set(used)];
}

/**
 * Assumes what a text leaves open: interfaces run, clients have leases, dialled lines their addresses, gateways answer.
 * What is known stays as it is: a link that a machine shows as down is down, and gets no lease.
 */
export function assumeWorld(router: Router, known: KnownWorld = {}): AssumedWorld {
  const { seen, leases = [] } = known;
  const base = seen ? withLeases(router, seen, leases) : assumedWorld(router, known);
  const missing = assumedLeases(router, Object.keys(base.leases)).filter(
    ({ interface: name }) => base.interfaces[name] && (!seen || base.interfaces[name].running),
  );
  const dialled = dialledNames(router);
  return {
    world: withLeases(router, base, missing),
    assumptions: [
      ...(seen || known.down?.length ? [] : [assumed.links(noOrigin)]),
      ...missing.map(lease =>
        dialled.includes(lease.interface)
          ? assumed.line(lease, originOf(router.interfaces.find(({ name }) => name === lease.interface)))
          : assumed.lease(
              lease,
              originOf(router.dhcpClients.find(item => item.interface === lease.interface)),
            ),
      ),
      ...(seen || known.unreachable?.length ? [] : answers(router)),
    ],
  };
}

const originOf = (item: { readonly origin: Origin } | undefined): Origin => item?.origin ?? noOrigin;

function answers({ routes, dhcpClients }: Router): WorldAssumption[] {
  const checked = [...routes, ...dhcpClients].find(
    ({ checkGateway, disabled }) => checkGateway !== 'none' && !disabled,
  );
  return checked ? [assumed.answers(checked.origin)] : [];
}

/** A world in which the configuration is carried out with these leases and no others. */
export function assumedWorld(
  router: Router,
  { leases = [], down = [], unreachable = [] }: KnownWorld,
): World {
  const off = router.interfaces.filter(({ disabled }) => disabled).map(({ name }) => name);
  const links: Record<string, InterfaceState> = {};
  for (const name of namedInterfaces(router)) {
    links[name] = { name, running: ![...down, ...off].includes(name), addresses: [] };
  }
  const interfaces = withCarriers(router, links);
  return settledWorld(router, { interfaces, leases: byInterface(leases), unreachable });
}

const byInterface = (leases: readonly Lease[]): World['leases'] =>
  Object.fromEntries(leases.map(lease => [lease.interface, lease]));

/** Puts leases and their addresses in; everything else of the world is as it was. */
function withLeases(router: Router, world: World, more: readonly Lease[]): World {
  if (more.length === 0) return world;
  const leases = { ...world.leases, ...byInterface(more) };
  const settled = settledWorld(router, { ...world, leases }).interfaces;
  const changed = more.flatMap(({ interface: name }) =>
    settled[name] ? [[name, settled[name]] as const] : [],
  );
  return { ...world, leases, interfaces: { ...world.interfaces, ...Object.fromEntries(changed) } };
}
