import { availableParallelism } from 'node:os';
import { type Bench, type Experiment, type LabReport, runBenches, startLabRunner } from '../../lab/index.ts';
import { exitCode } from '../exit-code.ts';
import { messages } from '../messages.ts';
import { Interrupted, interruptible } from './interrupt.ts';
import { showProgress } from './progress.ts';

/** Most of an experiment is waiting for slow lines and pings, so more labs than CPUs run at a time. */
export const defaultLanes = (): number => Math.min(8, Math.max(2, availableParallelism() * 3));

/** Runs benches with progress on stderr; the exit code instead of reports where the person stopped it. */
export async function runAll(
  benches: readonly Bench[],
  experiments: readonly Experiment[],
  lanes: number,
): Promise<readonly LabReport[] | number> {
  const { signal, release } = interruptible();
  const progress = showProgress(process.stderr);
  const onEvent = progress.hear.bind(progress);
  try {
    return await runBenches(benches, { experiments, lanes, start: startLabRunner, onEvent, signal });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    progress.end();
    process.stderr.write(messages.lab.interrupted);
    return exitCode.interrupted;
  } finally {
    progress.end();
    release();
  }
}
