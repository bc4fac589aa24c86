/** What is wrong with a configuration, why, and what mends it: rules that ask the model, the routes and the walk. */

export {
  type Baseline,
  compareWith,
  knownFindings,
  parseBaseline,
  printBaseline,
} from './baseline/baseline.ts';
export {
  type FixLevel,
  fixLevels,
  type Judge,
  type Judged,
  type LeftOutWhy,
  type MendedText,
  mendText,
} from './fix/mend-text.ts';
export * from './formats/index.ts';
export { lintInput, type SaidOfWorld } from './input.ts';
export type { Levels } from './levels.ts';
export {
  isAtLeast,
  type Linted,
  type LintInput,
  type LintOptions,
  lint,
  lintSteps,
  severities,
} from './lint.ts';
export { claimForms, parseClaim } from './own/claim.ts';
export type { Assertion } from './own/judge.ts';
export { groups, type Rule } from './rule.ts';
export { rules } from './rules/index.ts';
export { verdictOf } from './verdict.ts';
export { isWanted } from './wanted.ts';
