/** What the gateway answers when it is asked, read from the kernel where the kernel knows. */

export * from './config-reply.ts';
export { findLine } from './find-line.ts';
export { interfacesReply } from './interfaces.ts';
export { leasesReply } from './leases.ts';
export { lineReplies, wansOf } from './line.ts';
export * from './live-reply.ts';
export * from './network-reply.ts';
export * from './past-reply.ts';
export { type QueueLook, queuesReply } from './queues.ts';
export * from './replies.ts';
export * from './reply.ts';
export * from './status.ts';
export { trackedBasis } from './tracked-basis.ts';
export * from './trial.ts';
