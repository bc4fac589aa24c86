/** Routers and worlds that tests of the Linux compiler start from. */
export * from './paper.ts';
export * from './rules.ts';
export * from './three-lines.ts';
