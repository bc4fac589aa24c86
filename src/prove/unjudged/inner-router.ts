import {
  type FirewallRule,
  interfacesMeant,
  membersOf,
  type Origin,
  type Router,
  rulesOf,
} from '../../model/index.ts';
import { ipv4ToNumber, isPrivateNetwork, networkOf, prefixContains } from '../../net/index.ts';
import { isPrivate, leavingOf, type Prepared } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import type { Findings, Violation } from '../search/search.ts';
import { unfilledNat } from './unfilled-lists.ts';
import type { NotJudged } from './verdict.ts';

/**
 * Behind an uplink with a private address stands a box of the provider, which answers to nobody but its own network, or
 * another router of one's own, which may know the way back and translate. The latter is likely where nothing is translated
 * at all, where a route leads to a private network behind that neighbour, or where NAT for that uplink is there and turned
 * off: what goes there with a private source may be meant so, and nobody knows. Nor does anybody where NAT is for a list
 * that a part of a configuration does not fill. Else it is a defect.
 */
export function withoutOpenLeaks(prepared: Prepared, found: Findings): Findings {
  const inner = new Map(
    found.violations.filter(isOfNat).flatMap(one => {
      const why = unfilledList(prepared, one) ?? innerRouter(prepared, one);
      return why ? [[one, why] as const] : [];
    }),
  );
  const doubts = [...inner].map(([{ invariant, packet, fault }, why]) => ({ invariant, why, packet, fault }));
  return {
    ...found,
    violations: found.violations.filter(one => !inner.has(one)),
    doubts: [...found.doubts, ...doubts],
  };
}

const isOfNat = ({ breach }: Violation): boolean => breach.kind !== 'unencrypted';

function unfilledList({ router }: Prepared, { invariant }: Violation): NotJudged | undefined {
  const found = invariant === 'nothing-leaks' ? unfilledNat(router) : undefined;
  return found && { kind: 'unfilled-list', ...found };
}

/** Why nobody knows whether a leak is one. */
function innerRouter({ router, world }: Prepared, { invariant, trace }: Violation): NotJudged | undefined {
  const out = leavingOf(trace)?.out ?? '';
  const addresses = world.interfaces[out]?.addresses ?? [];
  if (invariant !== 'nothing-leaks') return undefined;
  const hasNat = enabledRules(router).some(translates);
  const isMadeUp = world.madeUp?.includes(out) === true;
  if (!hasNat && isMadeUp) return { kind: 'no-nat' };
  if (!addresses.some(({ address }) => isPrivate(ipv4ToNumber(address)))) return undefined;
  if (!hasNat) return { kind: 'no-nat' };
  const evidence = routeBehind(router, addresses.map(networkOf)) ?? natTurnedOff(router, out);
  return evidence && { kind: 'inner-router', wan: out, origin: evidence };
}

const translates = ({ action: { kind } }: FirewallRule): boolean =>
  kind === 'masquerade' || kind === 'src-nat';

/** A route to a private network by a neighbour there, whether or not it is on. */
const routeBehind = (
  { routes }: Router,
  networks: readonly ReturnType<typeof networkOf>[],
): Origin | undefined =>
  routes.find(
    ({ destination, gateways }) =>
      isPrivateNetwork(destination) &&
      gateways.some(
        ({ address }) => address !== undefined && networks.some(network => prefixContains(network, address)),
      ),
  )?.origin;

/** A rule that would translate what leaves there. */
const natTurnedOff = (router: Router, out: string): Origin | undefined =>
  rulesOf(router, 'ipv4').find(rule => rule.disabled && translates(rule) && leadsOut(router, rule, out))
    ?.origin;

const leadsOut = (router: Router, { matchers }: FirewallRule, out: string): boolean =>
  matchers.some(matcher => {
    if (matcher.negated) return false;
    if (matcher.kind === 'out-interface') return interfacesMeant(router, matcher.interface).includes(out);
    return matcher.kind === 'out-interface-list' && membersOf(router, matcher.list).includes(out);
  });
