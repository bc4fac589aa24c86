import {
  type AddressMatch,
  type FirewallRule,
  interfacesMeant,
  isIpv4Match,
  type Matcher,
  type MatcherKind,
  membersOf,
  type Router,
} from '../../../model/index.ts';
import { type Prepared, rangeOf } from '../../../walk/index.ts';

/** Each counts or draws for itself: two rules that say the same take different packets. */
const ownCount: readonly MatcherKind[] = ['nth', 'random', 'limit', 'dst-limit', 'psd'];

/** Does each packet that `later` matches also match `earlier`? Only where the conditions alone show it. */
export function matchesAllOf(prepared: Prepared, earlier: FirewallRule, later: FirewallRule): boolean {
  if (Object.keys(earlier.properties).length > 0) return false;
  // Loops, as long chains ask this of each pair of their rules.
  for (const one of earlier.matchers)
    if (ownCount.includes(one.kind) || !followsFromAny(prepared, one, later.matchers)) return false;
  return true;
}

function followsFromAny(prepared: Prepared, one: Matcher, others: readonly Matcher[]): boolean {
  for (const other of others) if (follows(prepared, one, other)) return true;
  return false;
}

/** Does `one` hold wherever `other` does? */
function follows({ router }: Prepared, one: Matcher, other: Matcher): boolean {
  if (one.negated && !other.negated) return isElsewhere(router, one, other);
  if (one.kind === other.kind)
    return saidBy(one) === saidBy(other) || (!one.negated && !other.negated && isWider(one, other));
  if (one.negated || other.negated) return false;
  if (one.kind === 'in-interface-list' && other.kind === 'in-interface')
    return membersOf(router, one.list).includes(other.interface);
  if (one.kind === 'out-interface-list' && other.kind === 'out-interface')
    return membersOf(router, one.list).includes(other.interface);
  return false;
}

// Each rule is compared with all before it, and a Router is frozen.
const known = new WeakMap<Matcher, string>();
const bounds = new WeakMap<AddressMatch, ReturnType<typeof rangeOf>>();

/** The same for matchers that ask for the same. */
function saidBy(matcher: Matcher): string {
  const said = known.get(matcher) ?? JSON.stringify(matcher);
  known.set(matcher, said);
  return said;
}

function boundsOf(address: AddressMatch): ReturnType<typeof rangeOf> {
  if (!bounds.has(address)) bounds.set(address, rangeOf(address));
  return bounds.get(address);
}

/** Of two conditions for interfaces on one side: has the list or port of one none of those of the other? */
function isElsewhere(router: Router, one: Matcher, other: Matcher): boolean {
  const [a, b] = [portsOf(router, one), portsOf(router, other)];
  const isOneSide = one.kind.replace('-list', '') === other.kind.replace('-list', '');
  return isOneSide && a.length > 0 && b.length > 0 && !b.some(name => a.includes(name));
}

function portsOf(router: Router, one: Matcher): readonly string[] {
  if (one.kind === 'in-interface' || one.kind === 'out-interface')
    return interfacesMeant(router, one.interface);
  if (one.kind === 'in-interface-list' || one.kind === 'out-interface-list')
    return membersOf(router, one.list);
  return [];
}

/** Both are of one kind. */
function isWider(one: Matcher, other: Matcher): boolean {
  if ('ports' in one && 'ports' in other)
    return other.ports.every(port => one.ports.some(({ from, to }) => port.from >= from && port.to <= to));
  if ('address' in one && 'address' in other) return isWithin(other.address, one.address);
  if ('states' in one && 'states' in other) return hasAll(one.states, other.states);
  return 'types' in one && 'types' in other && hasAll(one.types, other.types);
}

const hasAll = (all: readonly string[], some: readonly string[]): boolean =>
  some.every(state => all.includes(state));

function isWithin(inner: AddressMatch, outer: AddressMatch): boolean {
  if (!isIpv4Match(inner) || !isIpv4Match(outer)) return false;
  const [a, b] = [boundsOf(inner), boundsOf(outer)];
  return a !== undefined && b !== undefined && a.from >= b.from && a.to <= b.to;
}

/** Kinds of which a packet has one value at a time. */
const ofOneValue: readonly MatcherKind[] = [
  'connection-mark',
  'packet-mark',
  'in-interface',
  'out-interface',
  'protocol',
];

/** Do the conditions show that no packet matches both? */
export const areApart = (one: FirewallRule, other: FirewallRule): boolean =>
  one.matchers.some(a => other.matchers.some(b => a.kind === b.kind && excludes(a, b)));

/** Both are of one kind. */
function excludes(a: Matcher, b: Matcher): boolean {
  if (a.negated || b.negated) return false;
  if ('address' in a && 'address' in b) return areAway(a.address, b.address);
  return ofOneValue.includes(a.kind) && saidBy(a) !== saidBy(b);
}

function areAway(one: AddressMatch, other: AddressMatch): boolean {
  if (!isIpv4Match(one) || !isIpv4Match(other)) return false;
  const [a, b] = [boundsOf(one), boundsOf(other)];
  return a !== undefined && b !== undefined && (a.to < b.from || b.to < a.from);
}
