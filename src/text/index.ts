/** What we say about a text: a finding with its place, what, why and what to do; and how it is shown. */
export * from './diagnostic.ts';
export * from './figures.ts';
export * from './finding.ts';
export * from './language.ts';
export { lineDiff } from './line-diff.ts';
export * from './plural.ts';
export * from './render-json.ts';
export * from './render-text.ts';
export * from './shell-word.ts';
export { hideSecrets, type TextOf } from './source-lines.ts';
export * from './span.ts';
export * from './visible.ts';
