/** What lines carried lately. */
export * from './counted.ts';
export type { Carried } from './sampler.ts';
