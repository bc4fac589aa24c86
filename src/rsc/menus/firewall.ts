import {
  type Action,
  actionTraits,
  type FirewallRule,
  type FirewallTable,
  isActionKind,
  type Matcher,
  makeRule,
  matcherKinds,
} from '../../model/index.ts';
import { matcherType, readMatcher } from '../matchers/index.ts';
import { closest } from '../similar.ts';
import { name } from '../types/index.ts';
import { type Common, list, optional, required } from './define.ts';
import {
  type ActionValues,
  actionAttributes,
  actionsOf,
  readAction,
  writeAction,
} from './firewall-actions.ts';
import type { Attribute, Building, Row } from './menu.ts';

const matchers: Readonly<Record<string, Attribute<Matcher | undefined>>> = Object.fromEntries(
  matcherKinds.map(kind => [kind, optional(matcherType(kind))]),
);

/** The four tables differ in where they stand, not in how a rule is written. */
function firewallTable(table: FirewallTable) {
  return list({
    path: `/ip firewall ${table}`,
    key: 'comment',
    attributes: { chain: required(name), ...actionAttributes, ...matchers },
    others: `hw-offload new-priority sniff-id sniff-target sniff-target-port
      route-dst randomise-ports same-not-by-dst`,
    into: draft => draft.firewall.ipv4[table],
    from: router => router.firewall.ipv4[table],
    write: writeRule,
    read: (values, common, row, building) => {
      const action = usableAction(table, values, row, building);
      return (
        action &&
        makeRule({ table, chain: values.chain, action, ...logging(values), ...ruleParts(row, common) })
      );
    },
  });
}

function logging(values: ActionValues): Pick<FirewallRule, 'log' | 'logPrefix'> {
  return { log: values.log, logPrefix: values['log-prefix'] };
}

function usableAction(
  table: FirewallTable,
  values: ActionValues,
  row: Row,
  building: Building,
): Action | undefined {
  const action = readAction(values);
  if (action && 'lacks' in action) {
    sayLacking(values.action, action.lacks, row, building);
    return undefined;
  }
  if (action && table in actionTraits[action.kind].ipv4) return action;
  sayUnknownAction(values.action, table, row, building);
  return undefined;
}

function sayLacking(action: string, lacks: string, row: Row, { say }: Building): void {
  say({
    id: 'rsc/missing-property',
    severity: 'error',
    what: `action=${action} needs '${lacks}'.`,
    why: 'The router refuses the line, and an import stops there.',
    do: `Add ${lacks}=….`,
    range: row.properties.get('action')?.range ?? row.range,
  });
}

function sayUnknownAction(action: string, table: FirewallTable, row: Row, { say }: Building): void {
  const near = isActionKind(action) ? undefined : closest(action, actionsOf(table));
  say({
    id: 'rsc/unknown-action',
    severity: 'error',
    what: `'${action}' is no action of ${row.menu}.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
    why: 'The router refuses the line, and an import stops there.',
    do: 'Correct the action.',
    range: row.properties.get('action')?.range ?? row.range,
  });
}

/** Conditions in the order written, and the properties that are only kept. */
function ruleParts(
  row: Row,
  { properties = {}, ...common }: Common,
): Common & Pick<FirewallRule, 'matchers' | 'properties'> {
  const found = [...row.properties].map(([property, { text }]) =>
    text === '' ? undefined : readMatcher(property, text),
  );
  return { matchers: found.filter(matcher => matcher !== undefined), properties, ...common };
}

/** Values of a rule's attributes: the chain, the action's, the conditions'. */
function writeRule(rule: FirewallRule): Record<string, unknown> {
  const values: Record<string, unknown> = { chain: rule.chain, log: rule.log, 'log-prefix': rule.logPrefix };
  for (const matcher of rule.matchers) values[matcher.kind] = matcher;
  return { ...values, ...writeAction(rule.action) };
}

export const ipFirewallRaw = firewallTable('raw');
export const ipFirewallMangle = firewallTable('mangle');
export const ipFirewallNat = firewallTable('nat');
export const ipFirewallFilter = firewallTable('filter');
