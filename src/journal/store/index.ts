/** Entries of a journal, in whatever store this machine has: one port, three ways to keep them. */
export * from './entry.ts';
export * from './lines-store.ts';
export * from './sql-store.ts';
export * from './sqlite.ts';
