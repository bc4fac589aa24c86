import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the sockets of this user's kept labs are: in XDG_RUNTIME_DIR, else in a folder of the temporary ones. */
export function keptFolder(): string {
  const own = process.env['XDG_RUNTIME_DIR'];
  return own ? join(own, 'jalur-labs') : join(tmpdir(), `jalur-labs-${process.getuid?.() ?? 0}`);
}

/** The socket of the lab that this process keeps; its folder is made, for this user alone. */
export function ownSocket(): string {
  const folder = keptFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${process.pid}.sock`);
}

/** Every socket that is there, be its lab up or gone. */
export function allSockets(): readonly string[] {
  const folder = keptFolder();
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.sock'))
      .map(name => join(folder, name));
  } catch {
    return [];
  }
}
