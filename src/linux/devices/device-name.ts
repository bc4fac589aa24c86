import { byteLength } from '../clip.ts';

/** A device name holds fewer than IFNAMSIZ (16) bytes (linux/if.h). */
export const deviceNameBytes = 15;

/** Without `/`, `:`, blanks and control characters (dev_valid_name); the kernel takes `%` for a number to fill in. */
const allowed = /^[^\s/:*"%\p{Cc}]+$/u;

/** Can a Linux interface have this name? No packet ever came in by one that cannot. */
export function isDeviceName(name: string): boolean {
  return allowed.test(name) && name !== '.' && name !== '..' && byteLength(name) <= deviceNameBytes;
}
