import { type Action, actionTraits, type FirewallRule, type Matcher, rulesOf } from '../../../model/index.ts';
import type { Prepared } from '../../../walk/index.ts';
import { matchesAllOf } from './cover.ts';

/** A rule that no packet reaches, and the one before it that takes them all. */
export interface Shadowed {
  readonly rule: FirewallRule;
  readonly by: FirewallRule;
  /** Both decide the same, so that nothing is lost. */
  readonly isSame: boolean;
}

/** Rules of a table that come behind one of their chain which takes all their packets. */
export function shadowedIn(prepared: Prepared, tables: readonly FirewallRule['table'][]): Shadowed[] {
  const enabled = rulesOf(prepared.router, 'ipv4').filter(
    ({ disabled, table }) => !disabled && tables.includes(table),
  );
  const before = new Map<string, FirewallRule[]>();
  return enabled.flatMap(rule => {
    const chain = `${rule.table} ${rule.chain}`;
    const ending = before.get(chain) ?? [];
    before.set(chain, ending);
    const by = ending.find(one => matchesAllOf(prepared, one, rule));
    if (endsFor(rule) && !asksWhatRulesChange(rule, enabled)) ending.push(rule);
    return by ? [{ rule, by, isSame: JSON.stringify(by.action) === JSON.stringify(rule.action) }] : [];
  });
}

/** What it matches goes no further in its chain. */
const endsFor = ({ action }: FirewallRule): boolean =>
  actionTraits[action.kind].next === 'ends' || ('passthrough' in action && !action.passthrough);

/** Rules on the way may mark a packet or put its sender on a list: it is not what it was when the rule was asked. */
const asksWhatRulesChange = ({ matchers }: FirewallRule, rules: readonly FirewallRule[]): boolean =>
  matchers.some(matcher => rules.some(({ action }) => changes(action, matcher)));

function changes(action: Action, matcher: Matcher): boolean {
  switch (matcher.kind) {
    case 'src-address-list':
    case 'dst-address-list':
      return 'list' in action && action.list === matcher.list;
    case 'connection-mark':
    case 'packet-mark':
    case 'routing-mark':
      return action.kind === `mark-${matcher.kind.replace('-mark', '')}`;
    case 'dscp':
    case 'ttl':
      return action.kind === `change-${matcher.kind}`;
    default:
      return false;
  }
}
