/** Shares that follow what lines deliver: a second of every line, and what is kept of it. */
export { hearSecond } from './hear-second.ts';
export { followsLines, type KeptShares, keptShares } from './kept-shares.ts';
