import { type Bench, type Experiment, type LabReport, runBenches, startLabRunner } from '../../lab/index.ts';
import { exitCode } from '../exit-code.ts';
import type { LanguageOption } from '../options/language.ts';
import { Interrupted, interruptible } from './interrupt.ts';
import { showProgress } from './progress.ts';
import { defaultParallel } from './run-options.ts';
import { labWords } from './say.ts';

/** How benches are run. */
export interface RunOptions extends LanguageOption {
  readonly parallel?: number;
  readonly repeat?: number;
}

/** Runs benches with progress on stderr; the exit code instead of reports where the person stopped it. */
export async function runAll(
  benches: readonly Bench[],
  experiments: readonly Experiment[],
  { parallel = defaultParallel(), repeat = 1, lang: language }: RunOptions,
): Promise<readonly LabReport[] | number> {
  const { signal, release } = interruptible();
  const progress = showProgress(process.stderr, language);
  const onEvent = progress.onEvent.bind(progress);
  try {
    return await runBenches(benches, {
      experiments,
      parallel,
      repeat,
      language,
      start: startLabRunner,
      onEvent,
      signal,
    });
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    progress.end();
    process.stderr.write(labWords[language].interrupted);
    return exitCode.interrupted;
  } finally {
    progress.end();
    release();
  }
}
