import type { Bucketful } from '../state.ts';

/** Rate in tokens per ms, and how many a full bucket holds. */
export interface BucketSize {
  readonly perMs: number;
  readonly depth: number;
}

/** A bucket that nobody has taken from yet. */
export const fullBucket = ({ depth }: BucketSize, nowMs: number): Bucketful => ({
  tokens: depth,
  atMs: nowMs,
});

/** Takes tokens where there are enough. */
export function spend(bucket: Bucketful, cost: number, { perMs, depth }: BucketSize, nowMs: number): boolean {
  bucket.tokens = Math.min(depth, bucket.tokens + (nowMs - bucket.atMs) * perMs);
  bucket.atMs = nowMs;
  if (bucket.tokens < cost) return false;
  bucket.tokens -= cost;
  return true;
}
