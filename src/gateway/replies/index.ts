/** What the gateway answers when it is asked, read from the kernel where the kernel knows. */
export * from './replies.ts';
export * from './reply.ts';
