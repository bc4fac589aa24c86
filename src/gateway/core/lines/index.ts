export { hearLine } from './hear-line.ts';
export { downLinesOf, unreachableOf } from './judged.ts';
export { linesOf } from './lines-of.ts';
export { probedLines, rewatched } from './rewatched.ts';
export { withLines } from './with-lines.ts';
