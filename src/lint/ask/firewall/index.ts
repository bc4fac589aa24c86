/** What rules of the firewall ask for, which take the packets of others, and how a rule that mends them is said. */
export * from './chains.ts';
export * from './cover.ts';
export * from './firewall.ts';
export * from './match.ts';
export * from './ports-in-words.ts';
export * from './shadowed.ts';
