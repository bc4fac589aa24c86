/** Shares of lines by what they deliver: deciding, not measuring. */
export type { LineSecond } from './line-capacity.ts';
export {
  nextShares,
  type ShareReason,
  type SharesOptions,
  type SharesState,
  type StatedWeight,
  startShares,
} from './next-shares.ts';
