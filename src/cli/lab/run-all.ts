import { type Bench, type Experiment, type LabReport, runBenches, startLabRunner } from '../../lab/index.ts';
import { exitCode } from '../exit-code.ts';
import { messages } from '../messages.ts';
import { Interrupted, interruptible } from './interrupt.ts';
import { showProgress } from './progress.ts';

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
