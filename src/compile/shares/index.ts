/** Rules that divide connections, as tables of buckets. */
export { checkShares } from './check-shares.ts';
export { shareSets } from './share-sets.ts';
export type { Divided, SharedRules, Sharing, SharingInForce } from './shared-rules.ts';
export { inState, isDivided, rulesByBucket, sharesOf } from './shares.ts';
