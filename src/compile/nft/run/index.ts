/** Neighbouring rules that are one look-up. */
export { compileRun } from './lines.ts';
export { isRun, withRuns } from './run.ts';
