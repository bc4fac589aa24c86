/** What lines carried lately. */
export * from './counted.ts';
export * from './promised.ts';
export * from './rates.ts';
export type { Carried } from './sampler.ts';
export { lineSeconds, secondsBetween } from './seconds.ts';
