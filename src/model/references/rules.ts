import type { FirewallRule } from '../items/rule.ts';
import type { Matcher } from '../matcher.ts';
import { type Mention, mentionsBy } from './mention.ts';

/** Names in a firewall rule: its chain, what its conditions ask for, what its action marks, fills or calls. */
export function ruleMentions(rule: FirewallRule): readonly Mention[] {
  const { defines } = mentionsBy(rule);
  return [
    ...defines('chain', 'chain', rule.chain, chainScope(rule)),
    ...rule.matchers.flatMap(matcher => matcherMentions(rule, matcher)),
    ...actionMentions(rule),
  ];
}

const chainScope = ({ family, table }: Pick<FirewallRule, 'family' | 'table'>) => `${family} ${table}`;

function matcherMentions(rule: FirewallRule, matcher: Matcher): readonly Mention[] {
  const { uses } = mentionsBy(rule);
  switch (matcher.kind) {
    case 'in-interface':
    case 'out-interface':
    case 'in-bridge-port':
    case 'out-bridge-port':
      return uses('interface', matcher.kind, matcher.interface);
    case 'in-interface-list':
    case 'out-interface-list':
    case 'in-bridge-port-list':
    case 'out-bridge-port-list':
      return uses('interface-list', matcher.kind, matcher.list);
    case 'src-address-list':
    case 'dst-address-list':
      return uses('address-list', matcher.kind, matcher.list, rule.family);
    case 'connection-mark':
    case 'packet-mark':
    case 'routing-mark':
      return uses(matcher.kind, matcher.kind, matcher.mark);
    case 'routing-table':
      return uses('routing-table', matcher.kind, matcher.table);
    default:
      return [];
  }
}

function actionMentions(rule: FirewallRule): readonly Mention[] {
  const { defines, uses } = mentionsBy(rule);
  const { action } = rule;
  switch (action.kind) {
    case 'jump':
      return uses('chain', 'jump-target', action.target, chainScope(rule));
    case 'mark-connection':
      return defines('connection-mark', 'new-connection-mark', action.mark);
    case 'mark-packet':
      return defines('packet-mark', 'new-packet-mark', action.mark);
    case 'mark-routing':
      return [
        ...defines('routing-mark', 'new-routing-mark', action.mark),
        ...uses('routing-table', 'new-routing-mark', action.mark),
      ];
    case 'add-src-to-address-list':
    case 'add-dst-to-address-list':
      return defines('address-list', 'address-list', action.list, rule.family);
    default:
      return [];
  }
}
