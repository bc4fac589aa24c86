import { drawsLots, type Router } from '../../../model/index.ts';
import { isAboutIn, mayBeElsewhere, type RulesThere, rulesAt } from '../by-interface/index.ts';
import type { Chain } from '../chain-index.ts';
import { insideChain } from './lines.ts';
import type { Shortcut } from './shortcut.ts';

// Most rules of mangle prerouting are for the LANs or for the lines. What comes in by the interfaces whose decisions are kept has a
// chain of its own, without the rules that it never matches and without their questions for the interface; the other chain
// is without rules that are for these interfaces alone.

/** The chain in two: its rules for packets that come in by the interfaces of a shortcut, and those for others. */
export interface Split {
  readonly inside: Chain;
  readonly outside: Chain;
  readonly originals: RulesThere;
}

/** Undefined where a rule that counts or draws lots would be in both: it has to do so in one place. */
export function splitChain(
  router: Router,
  chain: Chain,
  { interfaces }: Pick<Shortcut, 'interfaces'>,
): Split | undefined {
  const originals = rulesAt(router, chain.rules, interfaces, isAboutIn);
  const others = chain.rules.filter(rule => mayBeElsewhere(router, rule, interfaces, isAboutIn));
  const within = new Set(originals.values());
  if (others.some(rule => within.has(rule) && rule.matchers.some(drawsLots))) return undefined;
  return {
    inside: { ...chain, name: insideChain, base: undefined, rules: [...originals.keys()] },
    outside: { ...chain, rules: others },
    originals,
  };
}
