/** Commands carried out: which items are there in the end, with which properties from which place. */
export * from './apply.ts';
export { compile, findWords, propertyText } from './condition.ts';
export { patternTest } from './pattern.ts';
export * from './store.ts';
export { findTargets, type Targets } from './targets.ts';
