/** What the gateway has said lately, kept in memory, and how a listener goes on with it. */
export * from './history.ts';
export * from './resume.ts';
