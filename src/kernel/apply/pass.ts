import { EnvironmentError } from '../../sys/index.ts';
import type { Host } from '../host.ts';
import type { Ledger } from '../ledger.ts';

/** A part of the desired state that the machine refused. The rest is applied all the same. */
export interface ApplyProblem {
  /** What was tried and what came of it, one sentence. */
  readonly what: string;
  /** What helps. */
  readonly do: string;
  readonly errno?: number | undefined;
}

/** One run over the desired state: does steps and writes down what it did. */
export interface Pass {
  readonly host: Host;
  readonly changes: string[];
  readonly problems: ApplyProblem[];
  /** Only say what would be done. */
  readonly dry: boolean;
}

export const newPass = (host: Host, dry = false): Pass => ({ host, changes: [], problems: [], dry });

/** Does one step. What fails becomes a problem; returns whether it went well. */
export function act(pass: Pass, sentence: string, step: () => void): boolean {
  try {
    if (!pass.dry) step();
    pass.changes.push(sentence);
    return true;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    complain(pass, `Could not ${sentence}: ${error.message}`, error.next, error.errno);
    return false;
  }
}

/** Notes a problem once, however often it is met. */
export function complain(pass: Pass, what: string, advice: string, errno?: number): void {
  if (pass.problems.some(problem => problem.what === what)) return;
  pass.problems.push({ what, do: advice, ...(errno === undefined ? {} : { errno }) });
}

/** Writes into the ledger before the step that it is about. */
export function note(pass: Pass, change: Partial<Ledger>): void {
  if (!pass.dry) pass.host.ledger.write(change);
}

/** A record without one key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
