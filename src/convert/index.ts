/** Router → the RouterOS text of another version, and what that version cannot express. */
export * from './convert.ts';
