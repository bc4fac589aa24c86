/** What is told and when: nothing that passes by itself, one message for one event, and a line that flaps once a while. */
export * from './digest.ts';
export { flushed, nextDue } from './flush.ts';
