/** Decisions that a connection keeps, so that its established packets pass the rules by. */
export {
  insideLine,
  keepChain,
  keepChains,
  ownAddressLines,
  seeingLines,
  shortcutLine,
  spoofGuard,
} from './lines.ts';
export { askOwnOnce, type OwnAsked, ownOnce, toOwn } from './own-address.ts';
export { passedBy } from './passed.ts';
export { type Shortcut, shortcutOf } from './shortcut.ts';
export { splitChain } from './split.ts';
