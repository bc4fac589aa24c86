import { type CheckGateway, type Router, semanticsOf } from '../model/index.ts';
import type { Candidate, CandidateGateway } from './candidate.ts';
import type { Resolution } from './resolve.ts';
import type { GatewayCheck } from './rib-route.ts';

/** Pace of the checks: interval and timeout in ms, time-outs in a row that make a gateway unreachable. */
export type CheckTiming = Pick<GatewayCheck, 'interval' | 'timeout' | 'count'>;

/** Answers which check watches a resolved gateway, if any. */
export type CheckOf = (
  gateway: CandidateGateway,
  candidate: Candidate,
  resolution: Resolution,
) => GatewayCheck | undefined;

/** How fast gateways are checked: fixed, or tunable by `/routing settings` (docs/routeros.md#check-gateway). */
function checkTiming(router: Router): CheckTiming {
  const { checkPace } = semanticsOf(router.version);
  if (checkPace !== 'settings') return checkPace;
  const { checkGatewayInterval, checkGatewayTimeout, checkGatewayCount } = router.settings.routing;
  return { interval: checkGatewayInterval, timeout: checkGatewayTimeout, count: checkGatewayCount };
}

/**
 * v7 has one check per (address, interface, method) and only for routes that ask for it; v6 has one
 * gateway object per address, so a check asked for on one route applies to every route with that gateway.
 */
export function checkFinder(router: Router, candidates: readonly Candidate[]): CheckOf {
  const timing = checkTiming(router);
  const { checksShared } = semanticsOf(router.version);
  const shared = checksShared ? sharedMethods(candidates) : new Map<string, CheckGateway>();
  return (gateway, candidate, { nextHops }) => {
    const leaves = nextHops[0]?.interface;
    const method = shared.get(gateway.text) ?? candidate.checkGateway;
    if (method === 'none' || gateway.address === undefined || leaves === undefined) return undefined;
    const key = `${method} ${checksShared ? gateway.text : `${gateway.address}%${leaves}`}`;
    return { key, address: gateway.address, interface: leaves, method, ...timing };
  };
}

function sharedMethods(candidates: readonly Candidate[]): Map<string, CheckGateway> {
  const methods = new Map<string, CheckGateway>();
  for (const { gateways, checkGateway, veto } of candidates) {
    if (checkGateway === 'none' || veto !== undefined) continue;
    for (const { text } of gateways) if (!methods.has(text)) methods.set(text, checkGateway);
  }
  return methods;
}
