/** The running gateway: configuration and world in, kernel state out, and a journal of every decision. */
export * from './condition.ts';
export * from './ipc.ts';
