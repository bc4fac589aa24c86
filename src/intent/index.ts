/** What an office wants of its gateway, in YAML: its schema, the RouterOS statements that it stands for, and back. */
export { type IntentCompletion, intentCompletions } from './complete.ts';
export { type IntentOfRouter, intentFromRouter, intentName, type Row, writeYaml } from './from/index.ts';
export * from './guess/index.ts';
export { isIntent } from './is-intent.ts';
export { type MadeIntent, makeIntent } from './made.ts';
export type { IntentRun } from './normal/index.ts';
export { type NotifyReading, readNotifyFile, readReceivers } from './read/index.ts';
export { intentJsonSchema } from './schema/index.ts';
