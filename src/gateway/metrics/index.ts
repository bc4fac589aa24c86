export * from './server.ts';
export * from './snapshot.ts';
export * from './tally.ts';
