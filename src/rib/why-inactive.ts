import type { Semantics } from '../model/index.ts';
import { canonicalIpv4, type Ipv4, isDefault, prefixContains } from '../net/index.ts';
import type { Candidate } from './candidate.ts';
import type { RibGateway } from './rib-route.ts';
import { isUsable, type Resolved } from './select.ts';
import type { NamedRoute, Why } from './why.ts';

/** Why a route is not active; `rivals` are the active routes of its prefix. */
export function whyInactive(
  resolved: Resolved,
  rivals: readonly Resolved[],
  all: readonly Resolved[],
  semantics: Semantics,
): Why {
  const { candidate, gateways } = resolved;
  if (candidate.veto) return candidate.veto;
  if (!isUsable(resolved)) {
    return { kind: 'gateways', each: gateways.map(gateway => gatewayWhy(gateway, candidate, all)) };
  }
  return lostTo(candidate, rivals[0]?.candidate, semantics);
}

/** An unresolved probe address is explained by the host route that should have led to it. */
function gatewayWhy(gateway: RibGateway, self: Candidate, all: readonly Resolved[]): Why {
  if (gateway.state !== 'unresolved') return gateway.why;
  const address = canonicalIpv4(/^[\d.]+/.exec(gateway.text)?.[0] ?? '');
  const host = all.find(
    ({ candidate }) => candidate !== self && isHostOf(candidate, address) && candidate.source !== 'connect',
  );
  const why = host && !isUsable(host) ? (host.candidate.veto ?? host.gateways[0]?.why) : undefined;
  if (!host || why === undefined) return gateway.why;
  return { kind: 'host-route-down', gateway: gateway.why, origin: host.candidate.origin, host: why };
}

function isHostOf({ destination }: Candidate, address: Ipv4 | undefined): boolean {
  return address !== undefined && !isDefault(destination) && prefixContains(destination, address);
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
