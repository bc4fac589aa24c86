/** What of a text Linux cannot have, or has otherwise: said with its place. */
export * from './addresses.ts';
export * from './differences.ts';
export * from './interfaces.ts';
export * from './jumps.ts';
export * from './local.ts';
