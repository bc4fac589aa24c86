import { readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * May root read a file, or a folder with all that lies in it, without a capability to read what is somebody else's alone
 * (CAP_DAC_READ_SEARCH)? A path that is not there is readable: that is another trouble.
 */
export function isReadableAsRoot(path: string): boolean {
  const place = resolve(path);
  const found = look(place);
  if (!found) return true;
  if (!foldersAbove(place).every(folder => grants(look(folder), 0o1))) return false;
  if (!found.isDirectory()) return grants(found, 0o4);
  return grants(found, 0o5) && readdirSync(place).every(name => grants(look(join(place, name)), 0o4));
}

/** Somebody who is to use files of ours. */
export interface FileUser {
  readonly uid: number;
  readonly gid: number;
}

/** Do the modes of a path and of the folders above it let somebody do that (as in `grants`)? Not where it is not there. */
export function isOpenTo(path: string, user: FileUser, wanted: number): boolean {
  const place = resolve(path);
  const found = look(place);
  return (
    found !== undefined &&
    foldersAbove(place).every(folder => grants(look(folder), 0o1, user)) &&
    grants(found, wanted, user)
  );
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

const foldersAbove = (path: string): readonly string[] =>
  dirname(path) === path ? [] : [dirname(path), ...foldersAbove(dirname(path))];

const root: FileUser = { uid: 0, gid: 0 };

/** `wanted`: 4 read, 2 write, 1 search, as in the last digit of a mode; what is not there grants everything. */
function grants(found: Stats | undefined, wanted: number, { uid, gid } = root): boolean {
  if (!found) return true;
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & wanted) === wanted;
}
