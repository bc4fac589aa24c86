import { type AskedBucket, isContradictory } from '../pcc/index.ts';
import type { Chooser } from './state.ts';

/** One way a walk can go: what was chosen where, in the order of asking. */
export interface Outcome<T> {
  readonly picks: readonly Pick[];
  readonly result: T;
  /** Its probability among the ways that exist; where nothing is known of it, all choices are equally likely. */
  readonly share: number;
  /** Buckets that hashes must fall into for it. */
  readonly hashes: readonly AskedBucket[];
}

export interface Pick {
  readonly point: number;
  readonly size: number;
  readonly choice: number;
  /** Probability of the choice. */
  readonly share: number;
}

/** A way that goes on as another one does, which was walked already. */
export interface Link {
  readonly picks: readonly Pick[];
  /** The choices after which the other one goes on. */
  readonly to: readonly number[];
}

/** All ways that were walked. */
export interface Exploration<T> {
  readonly outcomes: readonly Outcome<T>[];
  /** Ways that were left where they met another one. */
  readonly links: readonly Link[];
  /** False: there are more ways than were walked, so that nothing is known of the others. */
  readonly complete: boolean;
}

export interface ExploreOptions {
  /** How many ways are walked at most. */
  readonly limit?: number;
  /** At which points both ways are walked; elsewhere hash, counters and chance decide. */
  readonly asks?: (point: number) => boolean;
  /** Every point goes one way for as long as a run lasts. */
  readonly steady?: boolean;
  /** Only ways that begin with these choices. */
  readonly begin?: readonly Pick[];
}

const exploreLimit = 4096;

/**
 * Tells where a run has got to, in words that hold all that matters from here on. True: another run was here already,
 * and this one may end with `met`.
 */
export type Seen = (place: () => string) => boolean;

/** What a run gives that ends because another one was there already. */
export const met: unique symbol = Symbol('met');

type Run<T> = (choose: Chooser, seen: Seen) => T | typeof met;

/**
 * Runs something once for every way its choices can go, in order; `run` must do the same whenever it is given the same
 * choices. Ways that no hash can take are left out.
 */
export function explore<T>(run: Run<T>, options: ExploreOptions = {}): Exploration<T> {
  const { limit = exploreLimit, begin = [] } = options;
  const outcomes: Outcome<T>[] = [];
  const links: Link[] = [];
  const places: Places = new Map();
  let plan: readonly number[] | undefined = begin.map(({ choice }) => choice);
  for (let walked = 0; plan && walked < limit; walked++) {
    const { picks, hashes, result, to } = follow(plan, run, options, places);
    if (!isContradictory(hashes)) {
      if (result === met) links.push({ picks, to });
      else outcomes.push({ picks, result, hashes, share: picks.reduce((all, { share }) => all * share, 1) });
    }
    plan = after(picks, begin.length);
  }
  return { outcomes: normalized(outcomes), links, complete: plan === undefined };
}

/** After which choices a run came to a place first. */
type Places = Map<string, readonly number[]>;

interface Walked<T> extends Link {
  readonly result: T | typeof met;
  readonly hashes: readonly AskedBucket[];
}

function follow<T>(
  plan: readonly number[],
  run: Run<T>,
  { asks = () => true, steady = false }: ExploreOptions,
  places: Places,
): Walked<T> {
  const picks: Pick[] = [];
  const hashes: AskedBucket[] = [];
  const known = new Map<string, number>();
  const lasting: (readonly [string, number])[] = [];
  let to: readonly number[] = [];
  const choose: Chooser = (point, size, ask) => {
    if (!asks(point)) return -1;
    const about = ask?.();
    const same = steady ? `point ${point}` : about?.same;
    const before = same === undefined ? undefined : known.get(same);
    if (before !== undefined) return before;
    const choice = plan[picks.length] ?? 0;
    picks.push({ point, size, choice, share: about?.odds?.[choice] ?? 1 / size });
    if (same !== undefined) known.set(same, choice);
    if (same !== undefined && about?.passing !== true) lasting.push([same, choice]);
    if (about?.hash) hashes.push({ ...about.hash, bucket: about.buckets?.[choice] ?? choice });
    return choice;
  };
  const seen: Seen = place => {
    // Different buckets are different places.
    if (picks.length === hashes.length) return false;
    const choices = picks.map(({ choice }) => choice);
    const key = JSON.stringify([place(), lasting, hashes]);
    const first = places.get(key) ?? choices;
    places.set(key, first);
    to = first;
    return first.join() !== choices.join();
  };
  const result = run(choose, seen);
  return { picks, hashes, result, to };
}

/** The plan behind this one: the last choice that has a next one is moved, what came after it begins anew. */
function after(picks: readonly Pick[], fixed: number): number[] | undefined {
  const last = picks.findLastIndex(({ choice, size }) => choice + 1 < size);
  if (last < fixed) return undefined;
  return picks.slice(0, last + 1).map(({ choice }, i) => (i === last ? choice + 1 : choice));
}

/** The shares of ways that do not exist go to the others. */
function normalized<T>(outcomes: readonly Outcome<T>[]): Outcome<T>[] {
  const total = outcomes.reduce((sum, { share }) => sum + share, 0);
  return outcomes.map(outcome => ({ ...outcome, share: outcome.share / total }));
}
