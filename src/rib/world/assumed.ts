import {
  type DoubtfulRole,
  doubtfulRoles,
  type InterfaceKind,
  noOrigin,
  type Origin,
  type Router,
  rolesOf,
} from '../../model/index.ts';
import { type Ipv4Interface, isDefault } from '../../net/index.ts';
import { type AssumedAddress, assumedAddresses } from './addresses/index.ts';
import { assumedLeases } from './assumed-leases.ts';
import { assumed, type WorldAssumption } from './assumption.ts';
import { withCarriers } from './links.ts';
import { settledWorld } from './settled.ts';
import { unplug } from './situation.ts';
import type { InterfaceState, Lease, World } from './world.ts';

/** What is known of the world: from options, from a bench beside the text, from the machine. */
export interface KnownWorld {
  /** Leases that the clients hold; the same interface in `seen` is overridden. */
  readonly leases?: readonly Lease[] | undefined;
  /** Addresses that ports have, by name, beside those of the text. */
  readonly addresses?: Readonly<Record<string, Ipv4Interface>> | undefined;
  /** Interfaces that are unplugged; what they carry goes down with them. */
  readonly down?: readonly string[] | undefined;
  /** Interfaces behind which nothing answers though their links run. */
  readonly dead?: readonly string[] | undefined;
  /** Checked gateways (`GatewayCheck.key`) that do not answer. */
  readonly unreachable?: readonly string[] | undefined;
  /** The machine's links and addresses; what it has not is not there. */
  readonly seen?: World | undefined;
  /** True: a client without a lease in `seen` has none, because its gateway says so. */
  readonly leasesKnown?: boolean | undefined;
  /** Clients that have no lease, whatever would make the text work. */
  readonly unleased?: readonly string[] | undefined;
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
  const { seen, leases = [], addresses = {}, down = [], unreachable = [], dead = [] } = known;
  const held = [...Object.keys(addresses), ...leases.map(lease => lease.interface)];
  const open = seen ? [] : assumedAddresses(router, held);
  const base = seen
    ? withLeases(router, seen, leases)
    : assumedWorld(router, { leases, addresses: { ...byPort(open), ...addresses } });
  const missing = known.leasesKnown ? [] : missingLeases(router, base, known.unleased);
  const world = unplug(router, withLeases(router, base, missing), down);
  const madeUp = [...missing, ...open].filter(one => !isBesideGateway(router, one)).map(one => one.interface);
  return {
    world: {
      ...world,
      ...(madeUp.length > 0 && { madeUp }),
      unreachable: [...world.unreachable, ...unreachable],
      ...(dead.length > 0 && { dead }),
    },
    assumptions: [
      ...(seen ? [] : [assumed.links(down.length > 0)]),
      ...missing.map(lease => leaseAssumption(router, lease)),
      ...open.map(one => assumed.address(one, rolesOf(router)[`${one.role}s`])),
      ...(seen ? [] : answers(router, unreachable.length + dead.length > 0)),
      ...onLinkDefaults(router).map(({ name, origin }) => assumed.proxyArp(name, origin)),
      ...doubtfulRoles(router)
        .filter(role => role.against || !isSaid(open, role))
        .map(assumed.role),
    ],
  };
}

/** Does the text name the gateway that the address stands beside? */
const isBesideGateway = ({ routes }: Router, { gateway }: Pick<Lease, 'gateway'>): boolean =>
  gateway !== undefined && routes.some(route => route.gateways.some(({ address }) => address === gateway));

/** The sentence about its address says the role as well, and the port is called so. */
const isSaid = (open: readonly AssumedAddress[], { reason }: DoubtfulRole): boolean =>
  reason.kind === 'name' && open.some(one => one.interface === reason.interface);

const byPort = (open: readonly AssumedAddress[]): Readonly<Record<string, Ipv4Interface>> =>
  Object.fromEntries(open.map(one => [one.interface, one.address]));

/** A link that is down gets none: nobody is there to ask. */
const missingLeases = (
  router: Router,
  { interfaces, leases }: World,
  without: readonly string[] = [],
): Lease[] =>
  assumedLeases(router, [...Object.keys(leases), ...without]).filter(
    ({ interface: name }) => interfaces[name]?.running,
  );

function leaseAssumption(router: Router, lease: Lease): WorldAssumption {
  const client = router.dhcpClients.find(item => item.interface === lease.interface && !item.disabled);
  if (client) return assumed.lease('lease', lease, client.origin);
  const line = router.interfaces.find(({ name }) => name === lease.interface);
  return assumed.lease('line', lease, line?.origin ?? noOrigin);
}

function answers({ routes, dhcpClients }: Router, others: boolean): WorldAssumption[] {
  const checked = [...routes, ...dhcpClients].find(
    ({ checkGateway, disabled }) => checkGateway !== 'none' && !disabled,
  );
  return checked ? [assumed.answers(checked.origin, others)] : [];
}

/** Ports with many hosts behind them that are the gateway of a default route without an address. */
function onLinkDefaults({ routes, interfaces }: Router): { name: string; origin: Origin }[] {
  const shared = new Set(interfaces.filter(({ kind }) => sharedKinds.has(kind)).map(({ name }) => name));
  const found = new Map<string, Origin>();
  for (const { destination, disabled, gateways, origin } of routes) {
    if (disabled || !isDefault(destination)) continue;
    for (const { address, interface: name = '' } of gateways) {
      if (address === undefined && shared.has(name) && !found.has(name)) found.set(name, origin);
    }
  }
  return [...found].map(([name, origin]) => ({ name, origin }));
}

const sharedKinds: ReadonlySet<InterfaceKind> = new Set(['ethernet', 'bridge', 'vlan', 'bonding', 'macvlan']);

/** A world in which the configuration is carried out with these leases and addresses, and no others. */
export function assumedWorld(
  router: Router,
  {
    leases = [],
    addresses = {},
    down = [],
    unreachable = [],
  }: Pick<KnownWorld, 'leases' | 'addresses' | 'down' | 'unreachable'>,
): World {
  const off = router.interfaces.filter(({ disabled }) => disabled).map(({ name }) => name);
  const links: Record<string, InterfaceState> = {};
  for (const name of [...namedInterfaces(router), ...loopbacks(router)]) {
    const own = addresses[name];
    links[name] = { name, running: !off.includes(name), addresses: own ? [own] : [] };
  }
  const interfaces = withCarriers(router, links);
  const world = settledWorld(router, { interfaces, leases: byInterface(leases), unreachable });
  return unplug(router, world, down);
}

/** v7's `lo` is there without being stated; what a text gives to it counts. */
const loopbacks = ({ addresses }: Router): string[] =>
  addresses.some(item => item.interface === 'lo' && !item.disabled) ? ['lo'] : [];

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
