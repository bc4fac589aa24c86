/** Files on every system that Node knows: those of this package, and what is said where one cannot be read. */
export * from './package.ts';
export * from './replace-file.ts';
export * from './trouble.ts';
