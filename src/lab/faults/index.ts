/** Faults: what may happen to a line, one file for each kind. */
export { flapLasts, flapMs } from './flap.ts';
export { inject } from './inject.ts';
