/** What takes long (walks, proofs, reading texts), in a thread of its own with limits. */
export type { RuleRow, RuleTables } from './rules.ts';
export type { NamedText, Running, Task } from './task.ts';
export * from './thinker.ts';
