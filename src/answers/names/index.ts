/** Words of a question → what they name in a router; and what is said where they name nothing. */
export * from './asked.ts';
export * from './complain.ts';
export * from './home-port.ts';
export * from './hosts.ts';
export * from './names.ts';
