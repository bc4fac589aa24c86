/** What RouterOS's own console lists: menus and properties of 7.9 to 7.24 (docs/routeros.md#console-listings). */
export { isAlwaysThere } from './filled-menus.ts';
export * from './schema.ts';
