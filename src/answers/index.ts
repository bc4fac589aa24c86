/** What users ask of a configuration: what becomes of a packet, what holds, how traffic divides; as data and as sentences. */
export * from './convert.ts';
export * from './difference/index.ts';
export { lintInputOf, type SaidOfLint } from './lint.ts';
export * from './names/index.ts';
export { reserved } from './not-understood.ts';
export * from './packet/index.ts';
export { pointLines } from './points.ts';
export * from './proof/index.ts';
export * from './questions.ts';
export { type Quote, quoteFrom } from './quote.ts';
export * from './spread.ts';
export * from './subject/index.ts';
export { walkWords } from './words.ts';
