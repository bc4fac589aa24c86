import { isDeviceName } from '../../../linux/index.ts';
import {
  cheapestFirst,
  drawsLots,
  type FirewallRule,
  isInterfaceGroup,
  type Matcher,
} from '../../../model/index.ts';

// Rules that differ in one key and in the mark they set are one look-up: the cost of a packet must not grow with the
// number of WANs (docs/lab-notes.md#map-instead-of-rules: 200 rules in a row cost ten times a map). It is exact because
// their keys exclude each other: at most one rule of the run can match, so order and passthrough between them play no
// part. What is looked up is the chain of a rule: a mark from a map would be the whole word, with the bits of other
// software in it cleared (nft 1.0.6 cannot join a looked-up value with the rest of the word).

export type FamilyKey = 'per-connection-classifier' | 'connection-mark' | 'in-interface';

/** Consecutive rules of one chain, equal but for `key` and the mark; at least two. */
export interface Family {
  readonly key: FamilyKey;
  readonly rules: readonly FirewallRule[];
}

/** Which key leads to which mark. */
const shapes: readonly (readonly [FamilyKey, FirewallRule['action']['kind']])[] = [
  ['per-connection-classifier', 'mark-connection'],
  ['in-interface', 'mark-connection'],
  ['connection-mark', 'mark-routing'],
];

/** Splits a chain's rules into families and rules on their own, in order. `may`: is this shape allowed here? */
export function families(
  rules: readonly FirewallRule[],
  may: (key: FamilyKey) => boolean,
): (Family | FirewallRule)[] {
  const result: (Family | FirewallRule)[] = [];
  for (let at = 0; at < rules.length; ) {
    const family = familyAt(rules, at, may);
    result.push(family ?? (rules[at] as FirewallRule));
    at += family?.rules.length ?? 1;
  }
  return result;
}

export function isFamily(part: object): part is Family {
  return 'key' in part;
}

/** The longest family that begins here. */
function familyAt(
  rules: readonly FirewallRule[],
  at: number,
  may: (key: FamilyKey) => boolean,
): Family | undefined {
  const found = shapes
    .filter(([key, action]) => rules[at]?.action.kind === action && may(key))
    .map(([key, action]) => ({ key, rules: runFrom(rules, at, key, action) }))
    .sort((a, b) => b.rules.length - a.rules.length)[0];
  return found && found.rules.length >= 2 ? found : undefined;
}

function runFrom(
  rules: readonly FirewallRule[],
  at: number,
  key: FamilyKey,
  action: string,
): readonly FirewallRule[] {
  const keys = new Set<string>();
  const signature = signatureOf(rules[at], key, action);
  let end = at;
  for (let rule = rules[end]; rule && signature !== undefined; rule = rules[++end]) {
    const value = keyValue(rule, key);
    if (signatureOf(rule, key, action) !== signature || keys.has(value)) break;
    keys.add(value);
  }
  return rules.slice(at, end);
}

/** Everything that rules of one family share; undefined for a rule that can be in none. */
function signatureOf(rule: FirewallRule | undefined, key: FamilyKey, action: string): string | undefined {
  if (rule?.action.kind !== action || rule.log || rule.table !== 'mangle') return undefined;
  const keyed = rule.matchers.filter(matcher => matcher.kind === key);
  const [only] = keyed;
  if (keyed.length !== 1 || !only || only.negated || rule.matchers.some(drawsLots)) return undefined;
  if (only.kind === 'in-interface' && !isOneDevice(only.interface)) return undefined;
  const rest = cheapestFirst(rule.matchers.filter(matcher => matcher !== only));
  const passthrough = 'passthrough' in rule.action && rule.action.passthrough;
  return JSON.stringify([sharedPart(only), rest, passthrough]);
}

function sharedPart(matcher: Matcher): unknown {
  return matcher.kind === 'per-connection-classifier' ? [matcher.fields, matcher.denominator] : [];
}

/** What tells the rules of a family apart. */
export function keyValue(rule: FirewallRule, key: FamilyKey): string {
  const matcher = keyMatcher(rule, key);
  if (matcher?.kind === 'per-connection-classifier') return `${matcher.remainder}`;
  if (matcher?.kind === 'connection-mark') return matcher.mark;
  return matcher?.kind === 'in-interface' ? matcher.interface : '';
}

/** The matcher that holds the key. */
export function keyMatcher(rule: FirewallRule | undefined, key: FamilyKey): Matcher | undefined {
  return rule?.matchers.find(({ kind }) => kind === key);
}

/** A family is a map from devices: a name of a kind is several of them. */
const isOneDevice = (name: string): boolean => isDeviceName(name) && !isInterfaceGroup(name);
