import { equal, type Router, type Semantics, semanticsOf } from '../model/index.ts';
import type { Ipv4Prefix } from '../net/index.ts';
import type { Candidate, CandidateGateway, LeaseRoutes } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import { type CheckOf, checkFinder } from './check.ts';
import { Networks } from './networks.ts';
import {
  effectiveScope,
  type Ground,
  groundOf,
  type Resolution,
  type Resolver,
  type Resolvers,
  resolveGateway,
} from './resolve.ts';
import type { GatewayCheck, NextHop, Rib, RibGateway, RibRoute } from './rib-route.ts';
import { byPrefix, prefixKey, type Resolved, selectActive } from './select.ts';
import { type TargetScopeOf, targetScopeFinder } from './target-scope.ts';
import { type Explaining, hostRoutes, whyInactive } from './why-inactive.ts';
import type { World } from './world/world.ts';

/** What the RIB depends on besides configuration and world. */
export interface RibOptions {
  /** Routes that follow a lease because a DHCP client's script rewrites them. */
  readonly leaseRoutes?: LeaseRoutes | undefined;
}

interface Context {
  readonly candidates: readonly Candidate[];
  readonly ground: Ground;
  readonly semantics: Semantics;
  readonly unreachable: ReadonlySet<string>;
  readonly checkOf: CheckOf;
  readonly scopeOf: TargetScopeOf;
}

interface Round {
  readonly resolved: readonly Resolved[];
  readonly active: ReadonlySet<Resolved>;
  readonly checks: ReadonlyMap<string, GatewayCheck>;
}

/**
 * Which routes are active and why, as RouterOS decides it (docs/routeros.md#routing). Gateways resolve through
 * active routes, so rounds are repeated from the connected networks outwards until nothing changes.
 */
export function computeRib(router: Router, world: World, options: RibOptions = {}): Rib {
  const candidates = candidatesOf(router, world, options.leaseRoutes ?? {});
  const semantics = semanticsOf(router.version);
  const unreachable = new Set(world.unreachable);
  const checkOf = checkFinder(router, candidates);
  const scopeOf = targetScopeFinder(candidates, semantics);
  const context = { candidates, ground: groundOf(world), semantics, unreachable, checkOf, scopeOf };
  const round = settle(context);
  const rivals = byPrefix(round.active);
  const explained = { hosts: hostRoutes(round.resolved), semantics };
  return {
    routes: round.resolved.map(resolved => {
      const key = prefixKey(resolved.candidate);
      return ribRoute(resolved, rivals.get(key) ?? [], round, explained);
    }),
    checks: [...round.checks.values()],
  };
}

function settle(context: Context): Round {
  let round = resolveAll(context, new Map());
  // Each round can only add one more level of recursion; the bound ends configurations that contradict themselves.
  for (let level = 0; level < context.candidates.length + 2; level++) {
    const next = resolveAll(context, resolversOf(round, context.semantics));
    if (equal(next.resolved, round.resolved)) return next;
    round = next;
  }
  return round;
}

function resolveAll(context: Context, resolvers: Resolvers): Round {
  const checks = new Map<string, GatewayCheck>();
  const resolved = context.candidates.map(candidate => ({
    candidate,
    gateways: candidate.gateways.map(gateway => judged(gateway, candidate, context, resolvers, checks)),
  }));
  return { resolved, active: selectActive(resolved, context.semantics), checks };
}

/** Resolves a gateway, then lets its check speak; notes the check, so that somebody probes it. */
function judged(
  gateway: CandidateGateway,
  candidate: Candidate,
  { ground, unreachable, checkOf, scopeOf }: Context,
  resolvers: Resolvers,
  checks: Map<string, GatewayCheck>,
): RibGateway {
  const targetScope = scopeOf(gateway, candidate);
  const found = resolveGateway(gateway, { ...candidate, targetScope }, ground, resolvers);
  const resolution = withoutDownLines(found, candidate, ground.world);
  const check = candidate.veto === undefined ? checkOf(gateway, candidate, resolution) : undefined;
  if (!check) return { text: gateway.text, ...resolution };
  if (!checks.has(check.key)) checks.set(check.key, check);
  const dead = resolution.state === 'reachable' && unreachable.has(check.key);
  return {
    text: gateway.text,
    ...resolution,
    state: dead ? 'unreachable' : resolution.state,
    why: dead ? { kind: 'silent', address: check.address, method: check.method } : resolution.why,
    check: check.key,
  };
}

/** Of several next hops those by lines that are down are left out. */
function withoutDownLines(found: Resolution, { source }: Candidate, { downLines = [] }: World): Resolution {
  if (downLines.length === 0 || source === 'connect' || found.state !== 'reachable') return found;
  const left = found.nextHops.filter(hop => !downLines.includes(hop.interface));
  const [down] = found.nextHops;
  if (left.length > 0 || !down) return { ...found, nextHops: left };
  return { ...found, state: 'unreachable', why: { kind: 'line-down', interface: down.interface } };
}

function resolversOf({ active }: Round, semantics: Semantics): Resolvers {
  const tables = new Map<string, (readonly [Ipv4Prefix, Resolver])[]>();
  for (const { candidate, gateways } of active) {
    const { destination, table } = candidate;
    const scope = effectiveScope(candidate, semantics);
    const resolver = { candidate, hops: reachableHops(gateways), scope };
    const known = tables.get(table);
    if (known) known.push([destination, resolver]);
    else tables.set(table, [[destination, resolver]]);
  }
  return new Map([...tables].map(([table, resolvers]) => [table, new Networks(resolvers)]));
}

function reachableHops(gateways: readonly RibGateway[]): NextHop[] {
  return gateways.flatMap(({ state, nextHops }) => (state === 'reachable' ? nextHops : []));
}

/** `rivals`: the active routes of its prefix. */
function ribRoute(
  resolved: Resolved,
  rivals: readonly Resolved[],
  { active }: Round,
  explained: Explaining,
): RibRoute {
  const { candidate, gateways } = resolved;
  const { veto: _, gateways: __, ...plain } = candidate;
  const isActive = active.has(resolved);
  return {
    ...plain,
    active: isActive,
    ecmp: isActive && (rivals.length > 1 || reachableHops(gateways).length > 1),
    gateways,
    why: isActive ? undefined : whyInactive(resolved, rivals, explained),
  };
}
