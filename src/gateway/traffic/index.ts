/** What lines carried lately. */
export * from './counted.ts';
export * from './promised.ts';
export type { Carried } from './sampler.ts';
export { everySecond, secondsBetween } from './seconds.ts';
