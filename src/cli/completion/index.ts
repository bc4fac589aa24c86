/** Completion by shells: scripts made from the commands themselves. */
export { bashCompletion } from './bash.ts';
export { fishCompletion } from './fish.ts';
export { commandWords } from './words.ts';
