import type { FirewallRule } from '../model/index.ts';
import type { Said } from '../text/index.ts';
import type { SharedRules } from './shares/shared-rules.ts';

/** A rule of the text that the Linux program does not have, and why, as the end of a sentence. */
export interface LeftOut {
  readonly rule: FirewallRule;
  readonly why: Said;
}

/** What a rule of the program demands beyond its own conditions. */
export interface Guard {
  readonly rule: FirewallRule;
  /** A packet that the router makes itself must leave by one of `interfaces`. */
  readonly kind: 'own-packets-leave-by';
  readonly interfaces: readonly string[];
}

/** In which rules the Linux program is not the text: all that a walk as Linux has to know. */
export interface RuleChanges {
  readonly leftOut: readonly LeftOut[];
  readonly guards: readonly Guard[];
  /** Rules for which a table of buckets stands instead of PCC. */
  readonly shares?: readonly SharedRules[] | undefined;
}
