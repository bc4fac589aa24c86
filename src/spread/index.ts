/** How traffic divides over the ways out. */
export * from './sample.ts';
export * from './spread.ts';
