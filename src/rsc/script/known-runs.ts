import type { Router } from '../../model/index.ts';
import type { Range, Source } from '../syntax/index.ts';
import { type Around, type Learned, learnsTheSame } from './around.ts';
import type { Code, Datum } from './datum.ts';

export type Globals = Map<string, Datum>;

/** A run, what it learned, and the global variables that it left behind. */
interface KnownRun<Run> {
  readonly run: Run;
  readonly learned: readonly Learned[];
  readonly globals: ReadonlyMap<string, Datum>;
}

/**
 * Runs of scripts that came about already. The same script is run in every state of the uplinks and again in every
 * round of the scheduler, mostly with the same outcome.
 */
export class KnownRuns<Run> {
  readonly #runs = new WeakMap<Router, WeakMap<Code, Map<string, KnownRun<Run>[]>>>();

  /** The run that this one would be; puts its variables into `globals`. */
  find(router: Router, code: Code, key: string, around: Around, globals: Globals): Run | undefined {
    const same = this.#of(router, code, key).find(({ learned }) => learnsTheSame(learned, around));
    if (!same) return undefined;
    globals.clear();
    for (const [name, value] of same.globals) globals.set(name, value);
    return same.run;
  }

  add(router: Router, code: Code, key: string, known: KnownRun<Run>): void {
    const runs = this.#of(router, code, key);
    if (runs.length < most) runs.push({ ...known, globals: new Map(known.globals) });
  }

  #of(router: Router, code: Code, key: string): KnownRun<Run>[] {
    const ofRouter = this.#runs.get(router) ?? new WeakMap<Code, Map<string, KnownRun<Run>[]>>();
    this.#runs.set(router, ofRouter);
    const ofCode = ofRouter.get(code) ?? new Map<string, KnownRun<Run>[]>();
    ofRouter.set(code, ofCode);
    const runs = ofCode.get(key) ?? [];
    ofCode.set(key, runs);
    return runs;
  }
}

/** States that are told apart; more are run again. */
const most = 64;

/** What a run starts with: the variables of its event, and those of other scripts. */
export function startKey(given: Readonly<Record<string, string>>, globals: Globals): string {
  return JSON.stringify([given, [...globals]], (key, value: unknown) => {
    if (key === 'source') return numberOf(value as Source);
    return key === 'script' || key === 'range' ? rangeOf(value as Range) : value;
  });
}

const rangeOf = ({ start, end }: Range): readonly number[] => [start, end];

const numbers = new WeakMap<Source, number>();
let last = 0;

function numberOf(source: Source): number {
  const number = numbers.get(source) ?? ++last;
  numbers.set(source, number);
  return number;
}
