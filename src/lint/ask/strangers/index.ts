/** Who comes from the Internet: what becomes of his packets, and what lets them in. */
export * from './forwards.ts';
export * from './knocks.ts';
export * from './smb.ts';
export * from './strangers.ts';
