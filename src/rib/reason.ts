import type { Semantics } from '../model/index.ts';
import { canonicalIpv4, type Ipv4, isDefault, prefixContains } from '../net/index.ts';
import type { Candidate } from './candidate.ts';
import { placeInBrackets } from './gateway-text.ts';
import type { RibGateway } from './rib-route.ts';
import { isUsable, type Resolved } from './select.ts';

/** Why a route is not active, in one sentence (or one per gateway); `rivals` are the active routes of its prefix. */
export function inactiveReason(
  resolved: Resolved,
  rivals: readonly Resolved[],
  all: readonly Resolved[],
  semantics: Semantics,
): string {
  const { candidate, gateways } = resolved;
  if (candidate.veto !== '') return candidate.veto;
  if (!isUsable(resolved)) return gateways.map(gateway => gatewayReason(gateway, candidate, all)).join(' ');
  return lostTo(candidate, rivals[0]?.candidate, semantics);
}

/** An unresolved canary is explained by the host route that should have led to it. */
function gatewayReason(gateway: RibGateway, self: Candidate, all: readonly Resolved[]): string {
  if (gateway.state !== 'unresolved') return gateway.reason;
  const address = canonicalIpv4(/^[\d.]+/.exec(gateway.text)?.[0] ?? '');
  const host = all.find(
    ({ candidate }) => candidate !== self && isHostOf(candidate, address) && candidate.source !== 'connect',
  );
  const why = host && !isUsable(host) ? host.gateways[0]?.reason : undefined;
  if (!host || why === undefined) return gateway.reason;
  return `${gateway.reason} Its host route${placeInBrackets(host.candidate.origin)} is down: ${why}`;
}

function isHostOf({ destination }: Candidate, address: Ipv4 | undefined): boolean {
  return address !== undefined && !isDefault(destination) && prefixContains(destination, address);
}

function lostTo(candidate: Candidate, rival: Candidate | undefined, { ecmp }: Semantics): string {
  if (!rival) return 'Another route is preferred.';
  const other = `${rival.gateways.map(({ text }) => text).join(', ') || rival.type}${placeInBrackets(rival.origin)}`;
  if (rival.distance < candidate.distance) {
    return `Distance ${candidate.distance}: ${other} has distance ${rival.distance}.`;
  }
  const which =
    rival.source === candidate.source ? 'the first' : `${rival.source} before ${candidate.source}`;
  const law = ecmp === 'first' ? 'RouterOS uses one of them, not saying which' : 'RouterOS promises no order';
  return `Same distance as ${other}: ${law}; taken here: ${which}.`;
}
