import type { Aspect } from '../model/index.ts';

/** What a packet was where a matcher of a rule did not hold. */
export interface Observed {
  /** What the matcher looks at. */
  readonly reads: Aspect;
  /** What was there. An empty text is none (no mark, made by the router); no value: no connection, or not to be seen. */
  readonly values: readonly (string | number)[];
}
