/** Scripts that items hold, and what they may do. */
export * from './policies.ts';
export * from './scripts.ts';
