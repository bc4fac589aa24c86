/** The scripting language: values, statements, and commands of menus carried out where their effect is certain. */

export type { RouterState } from './around.ts';
export * from './certainty.ts';
export type { Forgotten } from './forgotten.ts';
export type { Globals } from './known-runs.ts';
export { type OpenInText, openInText } from './open-text.ts';
export * from './run.ts';
export { TopLevel } from './top-level.ts';
