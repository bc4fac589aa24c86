/** The syntax of RouterOS text: a lossless tree with positions, from a parser that recovers and never throws. */
export * from './coverage.ts';
export { hasFences } from './fences.ts';
export { KnownWords } from './known-words.ts';
export * from './lines.ts';
export * from './parse.ts';
export * from './problem.ts';
export * from './said.ts';
export { scriptPlaces, unquoted } from './script-places.ts';
export { holdsScript } from './statement.ts';
export * from './tree.ts';
