import type { Semantics } from '../model/index.ts';
import { canonicalIpv4, type Ipv4, ipv4ToNumber, isDefault } from '../net/index.ts';
import type { Candidate } from './candidate.ts';
import { Networks } from './networks.ts';
import type { RibGateway } from './rib-route.ts';
import { isUsable, type Resolved } from './select.ts';
import type { NamedRoute, Why } from './why.ts';

/** What explains routes beside themselves. */
export interface Explaining {
  readonly hosts: HostRoutes;
  readonly semantics: Semantics;
}

/** Routes that may be meant to lead to a gateway, each with its number in the list. */
export type HostRoutes = Networks<readonly [number, Resolved]>;

export function hostRoutes(all: readonly Resolved[]): HostRoutes {
  const hosts = [...all.entries()].filter(
    ([, { candidate }]) => candidate.source !== 'connect' && !isDefault(candidate.destination),
  );
  return new Networks(hosts.map(host => [host[1].candidate.destination, host]));
}

/** Why a route is not active; `rivals` are the active routes of its prefix. */
export function whyInactive(
  resolved: Resolved,
  rivals: readonly Resolved[],
  { hosts, semantics }: Explaining,
): Why {
  const { candidate, gateways } = resolved;
  if (candidate.veto) return candidate.veto;
  if (!isUsable(resolved)) {
    return { kind: 'gateways', each: gateways.map(gateway => gatewayWhy(gateway, candidate, hosts)) };
  }
  return lostTo(candidate, rivals[0]?.candidate, semantics);
}

/** An unresolved probe address is explained by the host route that should have led to it. */
function gatewayWhy(gateway: RibGateway, self: Candidate, hosts: HostRoutes): Why {
  if (gateway.state !== 'unresolved') return gateway.why;
  const address = canonicalIpv4(/^[\d.]+/.exec(gateway.text)?.[0] ?? '');
  const host = address === undefined ? undefined : firstHost(address, self, hosts);
  const why = host && !isUsable(host) ? (host.candidate.veto ?? host.gateways[0]?.why) : undefined;
  if (!host || why === undefined) return gateway.why;
  return { kind: 'host-route-down', gateway: gateway.why, origin: host.candidate.origin, host: why };
}

/** The first in the list that holds the address. */
function firstHost(address: Ipv4, self: Candidate, hosts: HostRoutes): Resolved | undefined {
  const all = [...hosts.holding(ipv4ToNumber(address))].filter(([, { candidate }]) => candidate !== self);
  return all.sort(([a], [b]) => a - b)[0]?.[1];
}

function lostTo(candidate: Candidate, rival: Candidate | undefined, { ecmp }: Semantics): Why {
  if (!rival) return { kind: 'another-preferred' };
  const other = named(rival);
  const { distance, source } = candidate;
  if (rival.distance < distance) return { kind: 'farther', distance, rival: other };
  return { kind: 'tie', rival: other, source, law: ecmp === 'first' ? 'one-of-them' : 'no-order' };
}

const named = ({ gateways, type, distance, source, origin }: Candidate): NamedRoute => ({
  via: gateways.map(({ text }) => text).join(', ') || type,
  distance,
  source,
  origin,
});
