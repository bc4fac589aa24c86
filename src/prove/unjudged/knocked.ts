import type { FirewallRule, Origin, Router } from '../../model/index.ts';
import { enabledRules } from '../classes/bounds.ts';

/** A rule that lets in whom other rules have put on its list, as port knocking does. */
export interface Knocked {
  readonly list: string;
  readonly origin: Origin;
}

export function knockedIn(router: Router): Knocked | undefined {
  const rules = enabledRules(router);
  const filled = new Set(rules.flatMap(filledBy));
  for (const rule of rules) {
    if (rule.table !== 'filter' || rule.chain === 'forward' || rule.action.kind !== 'accept') continue;
    const list = askedBy(rule).find(name => filled.has(name));
    if (list !== undefined) return { list, origin: rule.origin };
  }
  return undefined;
}

const filledBy = ({ action }: FirewallRule): string[] =>
  action.kind === 'add-src-to-address-list' ? [action.list] : [];

const askedBy = ({ matchers }: FirewallRule): string[] =>
  matchers.flatMap(one => (one.kind === 'src-address-list' && !one.negated ? [one.list] : []));
