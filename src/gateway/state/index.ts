/** What a gateway keeps on disk, and what others may read of it. */
export { digestOf, type StoredTexts, storedDigests, storedTexts, storeTexts } from './config-store.ts';
export { readForcedLines, saveForcedLines } from './forced-lines.ts';
export { type StoredLease, storedLeases, storeLeases } from './lease-store.ts';
export { dropLines, storedLines, storeLines } from './line-store.ts';
export { observedWorld } from './observed-world.ts';
export { dropWorld, readSavedWorld, saveWorld } from './saved-world.ts';
export { storedShares, storeShares } from './shares-store.ts';
export * from './state-dir.ts';
export {
  beginTrial,
  dropTrial,
  isTried,
  type Staying,
  type StoredTrial,
  settleTrial,
  storedTrial,
  type Texts,
} from './trial-store.ts';
