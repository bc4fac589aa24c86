/** The core at work on the real machine: events in, effects performed through one port. */
export { attempt, attemptAsync, errorOf } from './attempt.ts';
export { interfacesOf } from './interfaces.ts';
export * from './loop.ts';
export * from './machine-port.ts';
export * from './port.ts';
export { passedBy } from './traffic.ts';
