import { refused } from './errno.ts';
import { lastErrno, libc } from './libc.ts';

const MS_NOSUID = 2;
const MS_NODEV = 4;

/** Mounts a fresh, empty tmpfs over `folder` in the mount namespace we are in. Throws EnvironmentError. */
export function mountTmpfs(folder: string): void {
  if (libc.mount('tmpfs', folder, 'tmpfs', MS_NOSUID | MS_NODEV, null) < 0) {
    throw refused(`mount a tmpfs on ${folder}`, lastErrno());
  }
}
