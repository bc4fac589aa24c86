/** What a `jalur.config` beside a configuration says: levels of rules, ports, and what must hold. */
export * from './read.ts';
