/** What a gateway keeps of its past on disk: entries in a store, measurements in a ring file. */
export * from './journal-files.ts';
export * from './open.ts';
export type { JournalSaying, Sample } from './protocol.ts';
export * from './ring/index.ts';
export * from './store/index.ts';
export { type JournalThread, startJournal } from './thread.ts';
