import {
  type Action,
  actionProperties,
  actionsOf,
  actionTraits,
  existsIn,
  type FirewallRule,
  type FirewallTable,
  firewallTables,
  type Gate,
  isActionKind,
  isMatcherKind,
  type Matcher,
  type MatcherKind,
  makeRule,
  matcherKinds,
  matchersOf,
  matcherTraits,
} from '../../model/index.ts';
import type { Family } from '../../net/index.ts';
import { matcherType } from '../matchers/index.ts';
import { closest } from '../spelling/similar.ts';
import { respelt } from '../spelling/spelling.ts';
import { nearText, refused, type Said } from '../syntax/index.ts';
import { name } from '../types/index.ts';
import { type Common, list, optional, required } from './define.ts';
import { type ActionValues, attributesOf, readAction, writeAction } from './firewall-actions.ts';
import type { Attribute, Building, Row } from './menu.ts';
import { ofOtherVersion } from './of-other-version.ts';
import { conditionsFit } from './rule-checks.ts';

/** What the menu of a table has: matchers, and properties of its actions. */
function makeProperties(family: Family, table: FirewallTable) {
  const conditions = matchersOf(family, table);
  const ofActions = actionProperties(family, table);
  const kept = [...ofActions].filter(([property]) => !(property in attributesOf[family]));
  const common = ['chain', 'action', 'log', 'log-prefix', 'disabled', 'comment'];
  const has = new Set<string>([...common, ...conditions.keys(), ...ofActions.keys()]);
  return { conditions, has, kept };
}

const made = new Map<string, ReturnType<typeof makeProperties>>();

/** Made once for each table: a text with many mistakes asks for them all the time. */
function propertiesOf(family: Family, table: FirewallTable) {
  const key = `${family} ${table}`;
  const properties = made.get(key) ?? makeProperties(family, table);
  made.set(key, properties);
  return properties;
}

/** Every kind, so that a line is read as it was meant where the table has no such property. */
function matcherAttributes(family: Family, gates: ReadonlyMap<MatcherKind, Gate>) {
  const attributes = matcherKinds.map(kind => [kind, optional(matcherType(kind, family), gates.get(kind))]);
  return Object.fromEntries(attributes) as Readonly<Record<MatcherKind, Attribute<Matcher | undefined>>>;
}

type MatchersByKind = Readonly<Record<MatcherKind, Matcher | undefined>>;

const deprecated = Object.fromEntries(
  matcherKinds.flatMap(kind => {
    const { deprecated: why } = matcherTraits[kind];
    return why === undefined ? [] : [[kind, why]];
  }),
);

/** ` Only mangle and filter have it.` */
function elsewhere(family: Family, property: string): Said | undefined {
  const tables = firewallTables.filter(table => propertiesOf(family, table).has.has(property));
  return tables.length === 0
    ? undefined
    : {
        en: ` Only ${tables.join(' and ')} ${tables.length > 1 ? 'have' : 'has'} it.`,
        id: ` Hanya ada di ${tables.join(' dan ')}.`,
      };
}

/** The four tables differ in where they stand and in what they have, not in how a rule is written. */
function firewallTable(family: Family, table: FirewallTable) {
  return list({
    path: `/${family === 'ipv4' ? 'ip' : 'ipv6'} firewall ${table}`,
    key: 'comment',
    get attributes() {
      const { conditions } = propertiesOf(family, table);
      return { chain: required(name), ...attributesOf[family], ...matcherAttributes(family, conditions) };
    },
    has: property => propertiesOf(family, table).has.has(property),
    get others() {
      return propertiesOf(family, table)
        .kept.map(([property]) => property)
        .join(' ');
    },
    get gates() {
      return Object.fromEntries(propertiesOf(family, table).kept);
    },
    deprecated,
    hint: property => elsewhere(family, property),
    into: draft => draft.firewall[family][table],
    from: router => router.firewall[family][table],
    write: writeRule,
    read: (values, common, row, building) => {
      const action = usableAction({ family, table }, values, row, building);
      const parts = ruleParts(values, row, common);
      const fits = conditionsFit({ family, chain: values.chain, matchers: parts.matchers }, row, building);
      return action && fits
        ? makeRule({
            family,
            table,
            chain: values.chain,
            action,
            ...logging(values),
            ...parts,
          })
        : undefined;
    },
  });
}

function logging(values: ActionValues): Pick<FirewallRule, 'log' | 'logPrefix'> {
  return { log: values.log, logPrefix: values['log-prefix'] };
}

function usableAction(
  { family, table }: Pick<FirewallRule, 'family' | 'table'>,
  values: ActionValues,
  row: Row,
  building: Building,
): Action | undefined {
  const action = readAction(values);
  if (action && 'lacks' in action) {
    sayLacking(values.action, action.lacks, row, building);
    return undefined;
  }
  const gate = action && actionTraits[action.kind][family][table];
  if (!gate) {
    sayUnknownAction(values.action, actionsOf(family, table), row, building);
    return undefined;
  }
  if (!existsIn(gate, building.version)) sayOtherVersion(values.action, gate, row, building);
  return action;
}

function sayOtherVersion(action: string, gate: Gate, row: Row, { say, version }: Building): void {
  say({
    id: 'rsc/other-version',
    severity: version.text === '' ? 'warning' : 'error',
    what: ofOtherVersion.what(`action=${action}`, row.menu, gate, version),
    why: ofOtherVersion.why,
    do: ofOtherVersion.do,
    range: row.properties.get('action')?.range ?? row.range,
  });
}

function sayLacking(action: string, lacks: string, row: Row, { say }: Building): void {
  say({
    id: 'rsc/missing-property',
    severity: 'error',
    what: { en: `action=${action} needs '${lacks}'.`, id: `action=${action} membutuhkan '${lacks}'.` },
    why: refused,
    do: { en: `Add ${lacks}=….`, id: `Tambahkan ${lacks}=….` },
    range: row.properties.get('action')?.range ?? row.range,
  });
}

function sayUnknownAction(action: string, known: readonly string[], row: Row, { say }: Building): void {
  const near = isActionKind(action) ? undefined : closest(action, known);
  const range = row.properties.get('action')?.range ?? row.range;
  say({
    id: 'rsc/unknown-action',
    severity: 'error',
    what: {
      en: `'${action}' is no action of ${row.menu}.${nearText(near).en}`,
      id: `'${action}' bukan action di ${row.menu}.${nearText(near).id}`,
    },
    why: refused,
    do: { en: 'Correct the action.', id: 'Perbaiki action-nya.' },
    range,
    ...(near !== undefined && respelt({ word: action, range }, known)),
  });
}

/** Conditions in the order written, and the properties that are only kept. */
function ruleParts(
  values: Partial<MatchersByKind>,
  row: Row,
  { properties = {}, ...common }: Common,
): Common & Pick<FirewallRule, 'matchers' | 'properties'> {
  const matchers: Matcher[] = [];
  for (const [property, { text }] of row.properties) {
    const matcher = text !== '' && isMatcherKind(property) ? values[property] : undefined;
    if (matcher) matchers.push(matcher);
  }
  return { matchers, properties, ...common };
}

/** Values of a rule's attributes: the chain, the action's, the conditions'. */
function writeRule(rule: FirewallRule): Record<string, unknown> {
  const values: Record<string, unknown> = { chain: rule.chain, log: rule.log, 'log-prefix': rule.logPrefix };
  for (const matcher of rule.matchers) values[matcher.kind] = matcher;
  return { ...values, ...writeAction(rule.action) };
}

export const ipFirewallRaw = firewallTable('ipv4', 'raw');
export const ipFirewallMangle = firewallTable('ipv4', 'mangle');
export const ipFirewallNat = firewallTable('ipv4', 'nat');
export const ipFirewallFilter = firewallTable('ipv4', 'filter');
export const ipv6FirewallRaw = firewallTable('ipv6', 'raw');
export const ipv6FirewallMangle = firewallTable('ipv6', 'mangle');
export const ipv6FirewallNat = firewallTable('ipv6', 'nat');
export const ipv6FirewallFilter = firewallTable('ipv6', 'filter');
