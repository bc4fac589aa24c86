import type { FirewallRule, MatcherKind, MatcherOf } from '../../model/index.ts';
import type { Test } from '../flight.ts';
import type { Services } from '../services/index.ts';
import type { Setup } from '../setup.ts';
import type { PccFamilies } from './pcc-families.ts';

/** What matchers of one rule know of each other and of the whole router. */
export interface MatchContext {
  readonly setup: Setup;
  readonly families: PccFamilies;
  readonly services: Services;
  readonly rule: FirewallRule;
  /** The protocol that the rule's own matcher fixes. */
  readonly protocol: number | undefined;
}

/** One matcher as a function of a packet. */
export type MatcherTest<K extends MatcherKind> = (matcher: MatcherOf<K>, context: MatchContext) => Test;
