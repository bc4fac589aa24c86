import { byteLength } from './clip.ts';

/** Linux: 1..15 bytes without `/`, blanks or control characters; nft reads a final `*` as a wildcard. */
const allowed = /^[^\s/:*"]+$/;

/** Can a Linux interface have this name? No packet ever came in by one that cannot. */
export function isDeviceName(name: string): boolean {
  return allowed.test(name) && byteLength(name) <= 15;
}
