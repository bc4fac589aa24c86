import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../../sys/index.ts';

/** Where the sockets of this user's kept labs are: in XDG_RUNTIME_DIR, else in a folder of the temporary ones. */
export function keptFolder(): string {
  const own = process.env['XDG_RUNTIME_DIR'];
  return own ? join(own, 'jalur-labs') : join(tmpdir(), `jalur-labs-${process.getuid?.() ?? 0}`);
}

/** Whoever else could put a socket there would be asked in the lab's place, and told what to break. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
}

/** The socket of the lab that this process keeps; its folder is made, for this user alone. Throws EnvironmentError where it is not his. */
export function ownSocket(): string {
  const folder = keptFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isOurs(folder)) return join(folder, `${process.pid}.sock`);
  throw new EnvironmentError(
    'COMMAND_FAILED',
    {
      en: `${folder}, for the sockets of labs, is not a folder of this user alone.`,
      id: `${folder}, untuk socket lab, bukan folder milik pengguna ini saja.`,
    },
    {
      en: `See whose it is (ls -ld ${folder}) and remove it, or name another place by XDG_RUNTIME_DIR.`,
      id: `Lihat milik siapa (ls -ld ${folder}) dan hapus, atau sebutkan tempat lain dengan XDG_RUNTIME_DIR.`,
    },
  );
}

/** Every socket that is there, be its lab up or gone. */
export function allSockets(): readonly string[] {
  const folder = keptFolder();
  try {
    if (!isOurs(folder)) return [];
    return readdirSync(folder)
      .filter(name => name.endsWith('.sock'))
      .map(name => join(folder, name));
  } catch {
    return [];
  }
}
