/** Where the server listens, and whom it lets in. */
export * from './listener.ts';
export * from './sources.ts';
