import type { FirewallRule, Router } from '../../model/index.ts';
import { membersOf } from '../../model/index.ts';
import { enabledRules } from '../classes/bounds.ts';

/** The connection mark that a rule asks for. */
export function markOf({ matchers }: FirewallRule): string | undefined {
  const found = matchers.find(({ kind, negated }) => kind === 'connection-mark' && !negated);
  return found?.kind === 'connection-mark' ? found.mark : undefined;
}

/** Rules that mark connections so. */
export const markersOf = (router: Router, mark: string | undefined): FirewallRule[] =>
  enabledRules(router).filter(({ action }) => action.kind === 'mark-connection' && action.mark === mark);

/** Does it give connections by a hash, in turn or by chance? */
export const balances = ({ matchers }: FirewallRule): boolean =>
  matchers.some(({ kind }) => kind === 'per-connection-classifier' || kind === 'nth' || kind === 'random');

/** The interfaces that a rule asks for packets to come in by; none where it asks for none. */
export const arrivalsOf = (router: Router, { matchers }: FirewallRule): readonly string[] =>
  matchers.flatMap(matcher => {
    if (matcher.negated) return [];
    if (matcher.kind === 'in-interface') return [matcher.interface];
    return matcher.kind === 'in-interface-list' ? membersOf(router, matcher.list) : [];
  });
