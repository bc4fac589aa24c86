/** What becomes of a packet, and of a connection over time. */
export * from './explain.ts';
export * from './life.ts';
export * from './otherwise.ts';
export * from './sent-packet.ts';
