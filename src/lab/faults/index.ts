/** Faults: what may happen to a line, one file for each kind. */
export { inject } from './inject.ts';
