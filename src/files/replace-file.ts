import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: what is new is written beside it, with its mode, and takes its place. A symbolic link
 * stays one. Throws what the file system says, also where the file itself may not be written. `wanted`: another mode.
 */
export function replaceFile(path: string, bytes: string | Uint8Array, wanted?: number): void {
  const isThere = existsSync(path);
  const target = isThere ? realpathSync(path) : path;
  if (isThere) accessSync(target, constants.W_OK);
  const mode = wanted ?? modeOf(target, isThere);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
  try {
    writeWhole(beside, bytes, mode);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

const modeOf = (path: string, isThere: boolean): number =>
  isThere ? statSync(path).mode & 0o7777 : 0o666 & ~process.umask();

function writeWhole(path: string, bytes: string | Uint8Array, mode: number): void {
  const fd = openSync(path, 'w', mode);
  try {
    fchmodSync(fd, mode);
    writeFileSync(fd, bytes);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
