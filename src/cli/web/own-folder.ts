import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fchownSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs';
import { join } from 'node:path';
import { asGroup, EnvironmentError, isOpenTo, type Rights } from '../../sys/index.ts';
import { letIn } from './folder.ts';

/**
 * Ours, and of that user's group, which may write there: a confined gateway may give nothing away (chown(2)), and only make things for
 * a group. Throws where it is there and is not open to him.
 */
export function makeFolder(folder: string, rights: Rights): void {
  if (!existsSync(folder)) {
    asGroup(rights.gid, () => mkdirSync(folder, { recursive: true, mode: 0o770 }));
    chmodSync(folder, 0o770);
  }
  letIn(folder);
  if (isOpenTo(folder, rights, 0o7)) return;
  throw new EnvironmentError(
    'COMMAND_FAILED',
    {
      en: `The process of the pages may not write into ${folder}.`,
      id: `Proses halaman tidak boleh menulis ke ${folder}.`,
    },
    {
      en: `Give it to that user: sudo chown -R ${rights.uid}:${rights.gid} ${folder}`,
      id: `Berikan kepada pengguna itu: sudo chown -R ${rights.uid}:${rights.gid} ${folder}`,
    },
  );
}

/** Everything that is ever written there. */
const ours = /^(?:users\.json|tokens\.json|audit(?:-tries)?\.jsonl(?:\.1)?|tls\.(?:key|crt))(?:\.new)?$/;

/** Gives that user what root has left in the folder: a folder in which something else lies is no folder of pages, and stays as it is. */
export function giveFolder(folder: string, { uid, gid }: Rights): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  if (!names.every(name => ours.test(name))) return;
  for (const path of [...names.map(name => join(folder, name)), folder]) give(path, uid, gid);
}

/** Root's alone, and by no other name: a link that somebody laid there is not followed. */
function give(path: string, uid: number, gid: number): void {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const found = fstatSync(fd);
    const isPlain = found.isDirectory() || (found.isFile() && found.nlink === 1);
    if (isPlain && found.uid === 0) fchownSync(fd, uid, gid);
  } finally {
    closeSync(fd);
  }
}
