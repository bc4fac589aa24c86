import type { Chooser } from './state.ts';

/** One way chance can go: what was chosen where, in the order of asking. */
export interface Outcome<T> {
  readonly picks: readonly Pick[];
  readonly result: T;
  /** Probability if all choices of a point are equally likely. */
  readonly share: number;
}

export interface Pick {
  readonly point: number;
  readonly size: number;
  readonly choice: number;
}

/**
 * Runs something once for every way its choices can go, in order; `run` must do the same whenever it is given the same
 * choices. Ends after `limit` outcomes.
 */
export function explore<T>(run: (choose: Chooser) => T, limit = 4096): Outcome<T>[] {
  const outcomes: Outcome<T>[] = [];
  let plan: number[] | undefined = [];
  while (plan && outcomes.length < limit) {
    const outcome = follow(plan, run);
    outcomes.push(outcome);
    plan = after(outcome.picks);
  }
  return outcomes;
}

function follow<T>(plan: readonly number[], run: (choose: Chooser) => T): Outcome<T> {
  const picks: Pick[] = [];
  const result = run((point, size) => {
    const choice = plan[picks.length] ?? 0;
    picks.push({ point, size, choice });
    return choice;
  });
  return { picks, result, share: picks.reduce((share, { size }) => share / size, 1) };
}

/** The plan behind this one: the last choice that has a next one is moved, what came after it begins anew. */
function after(picks: readonly Pick[]): number[] | undefined {
  const last = picks.findLastIndex(({ choice, size }) => choice + 1 < size);
  if (last < 0) return undefined;
  return picks.slice(0, last + 1).map(({ choice }, i) => (i === last ? choice + 1 : choice));
}
