/** Where routes lead, what watches them, and which other ways there are. */
export * from './answers.ts';
export * from './checked.ts';
export * from './leads-as-main.ts';
export * from './other-ways.ts';
export * from './probe-hosts.ts';
export * from './probes.ts';
export * from './rates.ts';
export * from './routes.ts';
export * from './tunnels.ts';
