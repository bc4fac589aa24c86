/** Decisions that a connection keeps, so that its established packets pass the rules by. */
export { keepChain, keepChains, seeingLines, shortcutLine, spoofGuard } from './lines.ts';
export { type Shortcut, shortcutOf } from './shortcut.ts';
