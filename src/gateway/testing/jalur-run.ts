import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { end, packagePath, type RunResult, run, sleep, spawnIn } from '../../sys/index.ts';
import type { GatewayBench } from './bench.ts';

/** `jalur run`, as a user starts it. */
export interface JalurRun {
  readonly child: ChildProcess;
  /** Everything it has said. */
  said(): string;
  /** Until it has said that; throws with all that it said where it ends before. */
  heard(pattern: RegExp): Promise<void>;
  /** Its first lease is in the routes. */
  leased(): Promise<void>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts and asks gateways of one bench by the program that users call, and ends the last of them. */
export interface JalurRunner {
  /** Words of `jalur run` after the file. */
  start(file: string, ...words: readonly string[]): JalurRun;
  /** `jalur …` to its end. */
  jalur(...words: readonly string[]): RunResult;
  /** The folder of what it keeps. */
  readonly state: string;
  readonly last: JalurRun | undefined;
  /** Ends the last one, if it runs. */
  end(): Promise<void>;
}

/** `before`: words that the program is started by. */
export function jalurRunner(
  bench: Pick<GatewayBench, 'router' | 'stateDir'>,
  before: readonly string[] = [],
): JalurRunner {
  const program = [packagePath('bin/jalur')];
  const state = join(bench.stateDir, 'state');
  let last: JalurRun | undefined;
  return {
    state,
    get last() {
      return last;
    },
    start(file, ...words) {
      last = started(
        spawnIn(bench.router, [...before, ...program, 'run', file, '--state', state, '--json', ...words]),
      );
      return last;
    },
    jalur: (...words) =>
      run([...program, ...words, '--state', state], { ns: bench.router, allowFailure: true }),
    async end() {
      if (last) await end(last.child, 5000);
    },
  };
}

function started(child: ChildProcess): JalurRun {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => (said += String(part)));
  const heard = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(said)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(said);
      await sleep(10);
    }
  };
  return {
    child,
    said: () => said,
    heard,
    leased: () => heard(/"type":"lease".*"type":"routes-changed"/s),
    ended: new Promise(resolve => child.once('exit', (code, signal) => resolve(code ?? signal))),
  };
}
