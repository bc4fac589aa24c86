import { isDeviceName } from '../../../linux/index.ts';
import { drawsLots, type FirewallRule, type Router } from '../../../model/index.ts';
import type { Chain } from '../chain-index.ts';
import { insideChain } from './lines.ts';
import { isAboutIn, namesOf, type Shortcut } from './shortcut.ts';

// Most rules of mangle prerouting are for the LANs or for the lines. What comes in by the interfaces whose decisions are kept has a
// chain of its own, without the rules that it never matches and without their questions for the interface; the other chain
// is without rules that are for these interfaces alone.

/** The chain in two: its rules for packets that come in by the interfaces of a shortcut, and those for others. */
export interface Split {
  readonly inside: Chain;
  readonly outside: Chain;
  /** The rule of the text that a rule inside is. */
  readonly originals: ReadonlyMap<FirewallRule, FirewallRule>;
}

/** Undefined where a rule that counts or draws lots would be in both: it has to do so in one place. */
export function splitChain(
  router: Router,
  chain: Chain,
  { interfaces }: Pick<Shortcut, 'interfaces'>,
): Split | undefined {
  const pairs = chain.rules.flatMap(rule => {
    const own = inside(router, rule, interfaces);
    return own ? [[own, rule] as const] : [];
  });
  const others = chain.rules.filter(rule => mayBeOutside(router, rule, interfaces));
  const originals = new Map(pairs);
  const within = new Set(originals.values());
  if (others.some(rule => within.has(rule) && rule.matchers.some(drawsLots))) return undefined;
  return {
    inside: { ...chain, name: insideChain, base: undefined, rules: [...originals.keys()] },
    outside: { ...chain, rules: others },
    originals,
  };
}

/** The rule without what is known of these interfaces, which all have the same answer; undefined: it never matches there. */
export function inside(
  router: Router,
  rule: FirewallRule,
  interfaces: readonly string[],
): FirewallRule | undefined {
  const asked = rule.matchers.filter(isAboutIn);
  const holds = asked.every(matcher => {
    const names = namesOf(router, matcher);
    return interfaces.every(name => names.includes(name) !== matcher.negated);
  });
  if (!holds) return undefined;
  return { ...rule, matchers: rule.matchers.filter(matcher => !isAboutIn(matcher)) };
}

function mayBeOutside(router: Router, { matchers }: FirewallRule, interfaces: readonly string[]): boolean {
  return matchers.filter(isAboutIn).every(matcher => {
    const names = namesOf(router, matcher).filter(isDeviceName);
    return matcher.negated || names.length === 0 || !names.every(name => interfaces.includes(name));
  });
}
