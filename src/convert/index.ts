/** Router → the RouterOS text of another version, and what that version cannot say. */
export * from './convert.ts';
