/** What differs between two configurations, item by item, property by property, statement by statement. */
export { type Change, changesBetween, entryIn, type PropertyChange } from './changes.ts';
export type { Entry } from './entry.ts';
export { writtenChanges } from './written.ts';
