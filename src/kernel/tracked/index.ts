/** All connections that the kernel tracks, read by a thread of its own, some at a time for whoever looks at them. */
export { connectionLister } from './lister.ts';
export * from './tracked.ts';
