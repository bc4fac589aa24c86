import type { ProgramSet } from '../../linux/index.ts';
import type { SharedRules } from './shared-rules.ts';
import { rulesByBucket } from './shares.ts';

/** The maps from buckets to the chains of rules, which the running gateway changes. */
export const shareSets = (shares: readonly SharedRules[]): readonly ProgramSet[] =>
  shares.map(one => ({
    name: one.name,
    type: 'buckets',
    chains: one.rules.length,
    elements: rulesByBucket(one).map(rule => `${one.name}_${rule ? one.rules.indexOf(rule) : 0}`),
  }));
