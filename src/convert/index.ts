/** RouterOS text → the text of another version, what that version cannot express, and a walk of both as its check. */

export * from './check/index.ts';
export * from './convert.ts';
export type { Unwalked } from './unwalked.ts';
export * from './verdict.ts';
