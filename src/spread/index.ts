/** How traffic divides over the ways out. */
export * from './sample.ts';
export * from './say.ts';
export * from './spread.ts';
export * from './way.ts';
