/** Texts in which nobody can be recognised: pseudonyms for addresses, names and secrets that keep what rules ask for. */
export { type Sanitized, sanitize } from './sanitize.ts';
