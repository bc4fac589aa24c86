/** Messages on their way: by HTTP as the router's own traffic goes, or to programs without rights; in a thread of its own. */
export type { DeliveryFigures, TestResult } from './protocol.ts';
export * from './test-send.ts';
export * from './thread.ts';
