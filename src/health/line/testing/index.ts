/** Simulated lines for the pure core: seeded, millions of probes in a second. */
export * from './paths.ts';
export * from './random.ts';
export * from './simulate.ts';
