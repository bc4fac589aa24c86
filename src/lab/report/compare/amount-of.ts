import type { Amount } from '../../experiments/result.ts';

/** A number of each run as one amount. */
export const amountOf = (values: readonly (number | null)[]): Amount =>
  values.length > 1 ? values : (values[0] ?? null);
