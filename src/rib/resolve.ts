import { mainTable, type Semantics } from '../model/index.ts';
import { type Ipv4, type Ipv4Bounds, ipv4ToNumber, isDefault, prefixRange } from '../net/index.ts';
import type { Candidate, CandidateGateway } from './candidate.ts';
import type { Networks } from './networks.ts';
import type { NextHop, RibGateway } from './rib-route.ts';
import type { Why } from './why.ts';
import { connectedNetwork, type World } from './world/world.ts';

/** An active route seen as a means to reach gateways. */
export interface Resolver {
  readonly candidate: Candidate;
  /** Scope that a gateway's target-scope is compared with. */
  readonly scope: number;
  readonly hops: readonly NextHop[];
}

/** The active routes by their table. */
export type Resolvers = ReadonlyMap<string, Networks<Resolver>>;

/** What is asked of the world again and again while gateways resolve, worked out once. */
export interface Ground {
  readonly world: World;
  /** This router's own addresses. */
  readonly own: ReadonlySet<string>;
  /** Networks of interfaces that are not running. */
  readonly down: readonly { readonly name: string; readonly range: Ipv4Bounds }[];
}

export function groundOf(world: World): Ground {
  const all = Object.values(world.interfaces);
  const own = all.flatMap(({ addresses }) => addresses.map(({ address }) => address));
  const down = all
    .filter(({ running }) => !running)
    .flatMap(({ name, addresses }) =>
      addresses.map(a => ({ name, range: prefixRange(connectedNetwork(a)) })),
    );
  return { world, own: new Set(own), down };
}

/** A gateway after resolution, before any check has its say. */
export type Resolution = Pick<RibGateway, 'nextHops' | 'state' | 'why' | 'recursive'>;

/** Looks one gateway of a candidate up in the active routes (docs/routeros.md#scope). */
export function resolveGateway(
  gateway: CandidateGateway,
  candidate: Candidate,
  ground: Ground,
  resolvers: Resolvers,
): Resolution {
  const { address, interface: name } = gateway;
  if (name !== undefined) return onInterface({ address, interface: name }, ground.world);
  if (address === undefined) return failed('unresolved', { kind: 'no-gateway' });
  if (ground.own.has(address)) return failed('unresolved', { kind: 'own-address', address });
  const value = ipv4ToNumber(address);
  const table = gateway.table ?? mainTable;
  const resolver = bestResolver(table, value, candidate, resolvers);
  if (resolver) return through(resolver, address);
  const far = bestResolver(table, value, { ...candidate, targetScope: 255 }, resolvers);
  return unresolved(address, value, candidate, ground, far);
}

/** v7 lifts a scope that is not above the route's own target-scope, which is why canaries need target-scope 11 there. */
export function effectiveScope({ scope, targetScope }: Candidate, { scopeLift }: Semantics): number {
  if (!scopeLift) return scope;
  return Math.min(254, scope <= targetScope ? targetScope + 1 : scope);
}

/** Longest prefix among the active routes whose scope the gateway may use; never the candidate's own prefix. */
function bestResolver(
  table: string,
  value: number,
  self: Candidate,
  resolvers: Resolvers,
): Resolver | undefined {
  for (const resolver of resolvers.get(table)?.holding(value) ?? []) {
    const { candidate, scope } = resolver;
    if (scope <= self.targetScope && !samePrefix(candidate, self)) return resolver;
  }
  return undefined;
}

const samePrefix = (a: Candidate, b: Candidate): boolean =>
  a.table === b.table && a.destination === b.destination;

/** The hops of the resolving route; one without an address takes the gateway itself (it is on that link). */
function through({ candidate, hops }: Resolver, address: Ipv4): Resolution {
  if (candidate.type !== 'unicast') {
    const { type, destination } = candidate;
    return failed('unresolved', { kind: 'led-into', address, type, destination });
  }
  const nextHops = hops.map(hop => (hop.address === undefined ? { ...hop, address } : hop));
  const recursive = candidate.source !== 'connect';
  const why: Why = recursive
    ? { kind: 'recursive', address, destination: candidate.destination }
    : { kind: 'connected', address, interfaces: nextHops.map(hop => hop.interface) };
  return { nextHops, state: 'reachable', recursive, why };
}

function onInterface(hop: NextHop, world: World): Resolution {
  const { interface: name } = hop;
  const state = world.interfaces[name];
  if (!state) return failed('unresolved', { kind: 'no-interface', interface: name });
  if (!state.running) return failed('interface-down', { kind: 'not-running', interface: name });
  const why = { kind: 'running', interface: name } as const;
  return { nextHops: [hop], state: 'reachable', recursive: false, why };
}

/** Says whether a link that is down is to blame, a route's scope, or whether no network holds the address at all. */
function unresolved(
  address: Ipv4,
  value: number,
  { targetScope }: Candidate,
  ground: Ground,
  far: Resolver | undefined,
): Resolution {
  const down = ground.down.find(({ range }) => value >= range.from && value <= range.to);
  if (down) return failed('interface-down', { kind: 'not-running', interface: down.name });
  // A default route leads everywhere, and explains nothing.
  if (!far || isDefault(far.candidate.destination))
    return failed('unresolved', { kind: 'unresolved', address, targetScope });
  const { scope, candidate } = far;
  const { destination, origin, scope: stated } = candidate;
  return failed('unresolved', {
    kind: 'scope-too-high',
    address,
    targetScope,
    destination,
    origin,
    stated,
    scope,
  });
}

function failed(state: RibGateway['state'], why: Why): Resolution {
  return { nextHops: [], state, why, recursive: false };
}
