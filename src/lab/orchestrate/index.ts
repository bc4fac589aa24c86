/** Experiments side by side: their parts as jobs of several runner processes, one report for each bench. */

export { obstacleTexts } from './conclude.ts';
export { type Bench, type Job, plannedSeconds, triedOn, usualPace } from './job.ts';
export { type KeptBench, keepBench } from './keep-bench.ts';
export {
  advance,
  type BusyWorker,
  fractionDone,
  nothingYet,
  type ProgressState,
  secondsLeft,
} from './progress-state.ts';
export { readBench } from './read-bench.ts';
export { type BenchEvent, runBenches } from './run-benches.ts';
export { startLabRunner } from './start-runner.ts';
