import { chmodSync, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { durableDirOf } from '../../gateway/index.ts';
import type { Owner } from '../../server/index.ts';
import { run } from '../../sys/index.ts';
import { nameOption } from '../gateway/name.ts';

/** The user that the process of the pages is, where root starts it. */
export const usualWebUser = 'jalur-web';

/** Where users, tokens, audit log and certificate of the pages are. */
export interface WebFolderOptions {
  readonly name?: string;
  readonly folder?: string;
  readonly webUser: string;
}

/** Adds the options that say which pages are meant. */
export const withWebFolder = (command: Command): Command =>
  nameOption(command, 'the gateway of this name (default: host)')
    .option(
      '--folder <dir>',
      'where users, tokens, audit log and certificate are kept (default: /var/lib/jalur/<name>/web; not as root: ~/.local/state/jalur/<name>/web)',
    )
    .option(
      '--web-user <user>',
      'the user that the process of the pages is, where root starts it',
      usualWebUser,
    );

const isRoot = (): boolean => process.getuid?.() === 0;

export function webFolderOf({ name = 'host', folder }: Pick<WebFolderOptions, 'name' | 'folder'>): string {
  if (folder !== undefined) return folder;
  if (isRoot()) return join(durableDirOf(name), 'web');
  return join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'jalur', name, 'web');
}

/** To whom the folder belongs; undefined: to us, as there is no such user or we are not root. */
export function webOwner({ webUser }: Pick<WebFolderOptions, 'webUser'>): Owner | undefined {
  if (!isRoot()) return undefined;
  const [uid, gid] = ['-u', '-g'].map(which => run(['id', which, '--', webUser], { allowFailure: true }));
  if (uid?.code !== 0 || gid?.code !== 0) return undefined;
  return { uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) };
}

/** Another user gets through to it; none of the folders above can be listed by him. */
export function letIn(folder: string): void {
  for (const one of [dirname(folder), dirname(dirname(folder))])
    if (one.startsWith('/var/lib/jalur') && existsSync(one))
      chmodSync(one, (statSync(one).mode & 0o7777) | 0o011);
}
