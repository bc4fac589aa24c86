/** Addresses, routes, the tables they stand in, and the rules that choose a table. */
export * from './addresses.ts';
export * from './on-link.ts';
export * from './routes.ts';
export * from './rules.ts';
export * from './tables.ts';
