/** Per-connection classifier: its hash, keys and buckets, the weights they make, and the spread to expect of them. */
export * from './buckets.ts';
export * from './fields.ts';
export * from './gamma.ts';
export * from './hash.ts';
export * from './rendezvous.ts';
export * from './seeds.ts';
export * from './spread.ts';
export * from './weights.ts';
