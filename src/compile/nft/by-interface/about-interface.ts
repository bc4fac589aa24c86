import { isDeviceName } from '../../../linux/index.ts';
import {
  type FirewallRule,
  interfacesMeant,
  type Matcher,
  membersOf,
  type Router,
} from '../../../model/index.ts';

// A chain has a part for packets of some interfaces: without the rules that never match there, and without the others' questions
// for the interface.

/** Asks for an interface. */
type AboutInterface = Extract<
  Matcher,
  {
    readonly kind: 'in-interface' | 'in-interface-list' | 'out-interface' | 'out-interface-list';
  }
>;

export type IsAbout = (matcher: Matcher) => matcher is AboutInterface;

/** Asks where a packet comes in. */
export const isAboutIn = (matcher: Matcher): matcher is AboutInterface =>
  matcher.kind === 'in-interface' || matcher.kind === 'in-interface-list';

/** Asks where a packet goes out. */
export const isAboutOut = (matcher: Matcher): matcher is AboutInterface =>
  matcher.kind === 'out-interface' || matcher.kind === 'out-interface-list';

export const namesOf = (router: Router, matcher: AboutInterface): readonly string[] =>
  'interface' in matcher ? interfacesMeant(router, matcher.interface) : membersOf(router, matcher.list);

/** The rule without what is known of these interfaces, which all have the same answer; undefined: it never matches there. */
export function ruleAt(
  router: Router,
  rule: FirewallRule,
  interfaces: readonly string[],
  isAbout: IsAbout,
): FirewallRule | undefined {
  const holds = rule.matchers.filter(isAbout).every(matcher => {
    const names = namesOf(router, matcher);
    return interfaces.every(name => (isAll(matcher) || names.includes(name)) !== matcher.negated);
  });
  if (!holds) return undefined;
  return { ...rule, matchers: rule.matchers.filter(matcher => !isAbout(matcher)) };
}

/** Rules as they are for some interfaces, each with the rule of the text that it is. */
export type RulesThere = ReadonlyMap<FirewallRule, FirewallRule>;

/** The rules that may match packets of these interfaces, in order. */
export const rulesAt = (
  router: Router,
  rules: readonly FirewallRule[],
  interfaces: readonly string[],
  isAbout: IsAbout,
): RulesThere =>
  new Map(
    rules.flatMap(rule => {
      const own = ruleAt(router, rule, interfaces, isAbout);
      return own ? [[own, rule] as const] : [];
    }),
  );

/** May the rule match a packet of another interface than these? */
export function mayBeElsewhere(
  router: Router,
  { matchers }: FirewallRule,
  interfaces: readonly string[],
  isAbout: IsAbout,
): boolean {
  return matchers.filter(isAbout).every(matcher => {
    if (matcher.negated || isAll(matcher)) return !(matcher.negated && isAll(matcher));
    const names = namesOf(router, matcher).filter(isDeviceName);
    return names.length === 0 || !names.every(name => interfaces.includes(name));
  });
}

const isAll = (matcher: AboutInterface): boolean => 'list' in matcher && matcher.list === 'all';
