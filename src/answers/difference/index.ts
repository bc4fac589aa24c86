/** What differs between two configurations. */
export * from './change.ts';
export * from './difference.ts';
