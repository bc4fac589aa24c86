/** The past of a gateway that runs, read by a thread of its own. */
export { pastThread } from './past-thread.ts';
