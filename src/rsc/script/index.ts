/** The scripting language: values, statements, and commands of menus carried out where their effect is certain. */
export * from './certainty.ts';
export type { Forgotten } from './forgotten.ts';
export type { RouterState } from './router-store.ts';
export * from './run.ts';
export { TopLevel } from './top-level.ts';
