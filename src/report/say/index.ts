/** What a gateway says and how its lines are, as sentences and figures for people. */
export * from './decision.ts';
export * from './event-words.ts';
export * from './line-why.ts';
export * from './sentence.ts';
export * from './state-text.ts';
