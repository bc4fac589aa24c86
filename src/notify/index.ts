/** Who is told what of a gateway and when: receivers, what is worth a message, what waits to be sent. Pure. */
export * from './occurrence.ts';
export * from './outbox/index.ts';
export * from './parameters.ts';
export * from './postman.ts';
export * from './receiver.ts';
export * from './statement.ts';
export * from './text/index.ts';
