/** What the gateway has said lately, kept in memory. */
export * from './history.ts';
