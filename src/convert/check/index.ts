/** A text and what it was converted to, walked side by side. */
export * from './check.ts';
export * from './lines.ts';
export * from './say.ts';
