import { monotonicMs } from '../sys/index.ts';

/** Why a reconcile is wanted, and when that became known (CLOCK_MONOTONIC, ms). */
export interface Cause {
  readonly reason: string;
  readonly atMs: number;
}

/** Runs one thing at a time. */
export interface Pacer {
  /** Asks for a run. Urgent ones start with the next turn of the event loop, others within `gatherMs`. */
  ask(reason: string, urgent?: boolean): void;
  /** Resolves when nothing runs and nothing is asked for. */
  settled(): Promise<void>;
  /** Lets the current run end and starts no other. */
  stop(): Promise<void>;
}

/** Bursts (an interface that comes up with its address) are gathered this long. */
const gatherMs = 4;

/**
 * Serialises `run`: what is asked for while one runs is done once, right after it. The causes are handed over oldest
 * first; a failing run must not end the loop, so `run` has to deal with its own errors.
 */
export function pacer(run: (causes: readonly Cause[]) => Promise<void>): Pacer {
  let causes: Cause[] = [];
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (running || stopped || causes.length === 0) return;
    const taken = causes;
    causes = [];
    running = run(taken).finally(() => {
      running = undefined;
      start();
    });
  };

  return {
    ask(reason, urgent = false) {
      causes.push({ reason, atMs: monotonicMs() });
      if (urgent) setImmediate(start);
      else timer ??= setTimeout(start, gatherMs);
    },
    async settled() {
      while (running || (causes.length > 0 && !stopped)) {
        await (running ?? new Promise(resolve => setTimeout(resolve, 1)));
      }
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
