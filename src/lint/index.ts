/** What is wrong with a configuration, why, and what mends it: rules that ask the model, the routes and the walk. */
export * from './formats/index.ts';
export { lintInput } from './input.ts';
export { isAtLeast, type Linted, type LintInput, lint, lintSteps, severities } from './lint.ts';
export { groups, type Rule } from './rule.ts';
export { rules } from './rules/index.ts';
export { verdictOf } from './verdict.ts';
