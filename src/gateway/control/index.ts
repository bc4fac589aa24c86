/** The one way in: requests, answers and events as versioned JSON lines over a Unix socket. */
export * from './client.ts';
export * from './protocol.ts';
export * from './server.ts';
