import type { PccFamily } from './pcc-family.ts';
import type { SharedFamily } from './shared.ts';

/** The family of each kind and denominator, and those for which a table of buckets stands, by its name. */
export interface PccFamilies {
  readonly pcc: Map<string, PccFamily>;
  readonly shared: Map<string, SharedFamily>;
}
