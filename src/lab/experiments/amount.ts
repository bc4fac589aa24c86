import type { Amount } from './result.ts';

/** One value of each run. */
export const valuesOf = (amount: Amount): readonly (number | null)[] =>
  typeof amount === 'number' || amount === null ? [amount] : amount;

// null is later than any time and more than any number: what never happened counts as the worst.
const place = (value: number | null): number => value ?? Number.POSITIVE_INFINITY;

const sorted = (amount: Amount): readonly (number | null)[] =>
  [...valuesOf(amount)].sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)));

/** The value in the middle; of an even number of runs the lower of the two, so that it always was measured. */
export function medianOf(amount: Amount): number | null {
  const all = sorted(amount);
  return all[(all.length - 1) >> 1] ?? null;
}

/** The least and the most of all runs. */
export function rangeOf(amount: Amount): readonly [number | null, number | null] {
  const all = sorted(amount);
  return [all[0] ?? null, all.at(-1) ?? null];
}
