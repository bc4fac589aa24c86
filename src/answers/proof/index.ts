/** What holds for every packet, in one line and whole, and lines that mend what does not. */
export * from './head.ts';
export * from './prove.ts';
export * from './prove-words.ts';
export * from './remedies.ts';
