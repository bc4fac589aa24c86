/** What the gateway answers when it is asked, read from the kernel where the kernel knows. */
export { findLine } from './find-line.ts';
export { lineReplies } from './line.ts';
export * from './replies.ts';
export * from './reply.ts';
export * from './status.ts';
