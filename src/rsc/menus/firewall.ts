import {
  type Action,
  type FirewallRule,
  type FirewallTable,
  type Matcher,
  makeRule,
} from '../../model/index.ts';
import { closest } from '../similar.ts';
import { name, type ValueType } from '../types/index.ts';
import { type Common, list, optional, required } from './define.ts';
import {
  type ActionValues,
  actionAttributes,
  actionsOf,
  isActionOf,
  knownActions,
  readAction,
  writeAction,
} from './firewall-actions.ts';
import { type MatcherReader, matcherReaders, unsupportedMatchers } from './firewall-matchers.ts';
import { matcherProperty, writeMatcher } from './firewall-write.ts';
import type { Attribute, Building, Row } from './menu.ts';

/** A condition as a value type: `!` in front negates. */
function matcherType({ name: what, example, choices, read }: MatcherReader): ValueType<Matcher> {
  return {
    name: what,
    example,
    read: text => (text.startsWith('!') ? read(text.slice(1).trim(), true) : read(text, false)),
    write: writeMatcher,
    interfaces: matcher => ('interface' in matcher ? [matcher.interface] : []),
    ...(choices && { choices }),
  };
}

const matchers: Readonly<Record<string, Attribute<Matcher | undefined>>> = Object.fromEntries(
  Object.entries(matcherReaders).map(([property, reader]) => [property, optional(matcherType(reader))]),
);

/** The four tables differ in where they stand, not in how a rule is written. */
function firewallTable(table: FirewallTable) {
  return list({
    path: `/ip firewall ${table}`,
    key: 'comment',
    attributes: { chain: required(name), ...actionAttributes, ...matchers },
    others: `${unsupportedMatchers.join(' ')} hw-offload new-priority sniff-id sniff-target sniff-target-port
      route-dst randomise-ports same-not-by-dst`,
    into: draft => draft.firewall.ipv4[table],
    from: router => router.firewall.ipv4[table],
    write: writeRule,
    extra: ({ matchers: all }) =>
      Object.fromEntries(
        all
          .filter(({ kind }) => kind === 'unsupported')
          .map(one => [matcherProperty(one), writeMatcher(one)]),
      ),
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
  if ('lacks' in action) {
    sayLacking(values.action, action.lacks, row, building);
    return undefined;
  }
  if (isActionOf(table, values.action)) return action;
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
  const near = knownActions.includes(action) ? undefined : closest(action, actionsOf(table));
  say({
    id: 'rsc/unknown-action',
    severity: 'error',
    what: `'${action}' is no action of ${row.menu}.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
    why: 'The router refuses the line, and an import stops there.',
    do: 'Correct the action.',
    range: row.properties.get('action')?.range ?? row.range,
  });
}

/** Conditions in the order written; those that we do not execute as `unsupported`. */
function ruleParts(
  row: Row,
  { properties = {}, ...common }: Common,
): Common & Pick<FirewallRule, 'matchers' | 'properties'> {
  const found: Matcher[] = [];
  const rest: Record<string, string> = {};
  for (const [property, { text }] of row.properties) {
    const matcher = text === '' ? undefined : matchers[property]?.type.read(text);
    const kept = properties[property];
    if (matcher) found.push(matcher);
    else if (kept !== undefined && unsupportedMatchers.includes(property))
      found.push(unsupported(property, kept));
    else if (kept !== undefined) rest[property] = kept;
  }
  return { matchers: found, properties: rest, ...common };
}

function unsupported(property: string, text: string): Matcher {
  const negated = text.startsWith('!');
  return { kind: 'unsupported', property, value: negated ? text.slice(1) : text, negated };
}

/** Values of a rule's attributes: the chain, the action's, the conditions' (those that we do not execute as text). */
function writeRule(rule: FirewallRule): Record<string, unknown> {
  const values: Record<string, unknown> = { chain: rule.chain, log: rule.log, 'log-prefix': rule.logPrefix };
  for (const matcher of rule.matchers) values[matcherProperty(matcher)] = matcher;
  return { ...values, ...writeAction(rule.action) };
}

export const ipFirewallRaw = firewallTable('raw');
export const ipFirewallMangle = firewallTable('mangle');
export const ipFirewallNat = firewallTable('nat');
export const ipFirewallFilter = firewallTable('filter');
