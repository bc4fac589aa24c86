/** Shares of lines by what they deliver: deciding, not measuring. */
export type { LineSecond } from './line-capacity.ts';
export { nextShares, type ShareReason } from './next-shares.ts';
export {
  memoryOfShares,
  partsOf,
  restated,
  type SharesMemory,
  type SharesOptions,
  type SharesState,
  type StatedWeight,
  sharesFromMemory,
  startShares,
} from './shares-state.ts';
