/** What is asked about: texts with all that a user says beside them, the world that is assumed, ready to be walked. */
export * from './event-ways.ts';
export * from './prepared.ts';
export * from './question.ts';
export * from './readings.ts';
export * from './said.ts';
export * from './seed.ts';
export * from './sharing.ts';
export * from './subject.ts';
export * from './world.ts';
