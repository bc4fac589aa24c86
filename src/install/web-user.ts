import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../files/index.ts';
import type { Accounts } from './accounts.ts';
import { makeFolder } from './folder.ts';
import { below, places } from './place.ts';

/** What becomes of the user that the process of the pages is; `needed`: it is to be made in the system that the folder is for. */
export type UserOutcome = 'created' | 'unchanged' | 'needed' | 'removed' | 'gone' | 'in-use';

export interface WebUser {
  readonly name: string;
  readonly outcome: UserOutcome;
}

interface Place {
  readonly root: string;
  /** Undefined: those of this machine are not meant. */
  readonly accounts: Accounts | undefined;
  readonly dry: boolean;
}

/** Makes the user where there is none, and writes down that it was us. Throws EnvironmentError, and what the file system says. */
export function makeWebUser(name: string, { root, accounts, dry }: Place): WebUser {
  if (!accounts) return { name, outcome: 'needed' };
  if (accounts.has(name)) return { name, outcome: 'unchanged' };
  if (dry) return { name, outcome: 'created' };
  accounts.make(name);
  const file = below(root, places.users);
  makeFolder(dirname(file), 0o710);
  replaceFile(file, `${[...new Set([...madeUsers(root), name])].join('\n')}\n`, 0o600);
  // What pages had kept before they were taken away, with their user: password hashes, tokens, audit log.
  for (const folder of webFolders(root)) accounts.give(folder, name);
  return { name, outcome: 'created' };
}

/** Takes back the users that we made. Their files become root's: nobody who gets the number later is to read them. */
export function removeWebUsers({ root, accounts, dry }: Place): readonly WebUser[] {
  const users = madeUsers(root).map(name => ({ name, outcome: takenBack(name, { root, accounts, dry }) }));
  if (!dry && users.every(({ outcome }) => outcome !== 'in-use'))
    rmSync(below(root, places.users), { force: true });
  return users;
}

function takenBack(name: string, { root, accounts, dry }: Place): UserOutcome {
  if (!accounts?.has(name)) return 'gone';
  if (dry) return 'removed';
  if (!accounts.remove(name)) return 'in-use';
  for (const folder of webFolders(root)) accounts.give(folder, 'root');
  return 'removed';
}

function madeUsers(root: string): readonly string[] {
  const file = below(root, places.users);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

/** Of each gateway that has pages. */
function webFolders(root: string): readonly string[] {
  const state = below(root, places.state);
  if (!existsSync(state)) return [];
  return readdirSync(state)
    .map(name => join(state, name, 'web'))
    .filter(existsSync);
}
