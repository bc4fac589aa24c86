import type { Findings } from './search.ts';

/** What several searches found. */
export const joined = (all: readonly Findings[]): Findings => ({
  violations: all.flatMap(({ violations }) => violations),
  remarks: all.flatMap(({ remarks }) => remarks),
  doubts: all.flatMap(({ doubts }) => doubts),
});
