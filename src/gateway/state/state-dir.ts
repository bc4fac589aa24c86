import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../files/index.ts';
import { EnvironmentError, namespaceIdentity } from '../../sys/index.ts';

/** What is true of one boot: the control socket, and what to undo. */
const stateRoot = '/run/jalur';

/** What outlives it: the seed of PCC, leases that our servers gave. */
const durableRoot = '/var/lib/jalur';

/** `/run/jalur/1`: one folder per network namespace, named by its cookie, which no other one will have. */
export const defaultStateDir = (): string => join(stateRoot, namespaceIdentity().cookie);

/** The folders of all gateways of this machine whose folder was not chosen by hand. Throws EnvironmentError where we may not look. */
export function stateDirs(): readonly string[] {
  if (!existsSync(stateRoot)) return [];
  try {
    return readdirSync(stateRoot).map(name => join(stateRoot, name));
  } catch (cause) {
    throw new EnvironmentError(
      'MISSING_ROOT',
      {
        en: 'Only root may see which gateways run here.',
        id: 'Hanya root yang boleh melihat gateway mana yang berjalan di sini.',
      },
      { en: 'Run it as root: sudo jalur …', id: 'Jalankan sebagai root: sudo jalur …' },
      { cause },
    );
  }
}

/** `/var/lib/jalur/host`: one folder per name of a gateway, as a namespace is another one after each boot. */
export const durableDirOf = (name: string): string => join(durableRoot, name);

/** Makes the folder. Throws EnvironmentError where that is not allowed, which mostly means: not root. */
export function openStateDir(dir: string): string {
  try {
    makeFolder(dir);
    accessSync(dir, constants.W_OK);
    return dir;
  } catch (cause) {
    const next = {
      en: 'Run as root (sudo jalur run …), or name another folder with --state.',
      id: 'Jalankan sebagai root (sudo jalur run …), atau sebutkan folder lain dengan --state.',
    };
    throw new EnvironmentError(
      'MISSING_ROOT',
      { en: `The state folder ${dir} cannot be written.`, id: `Folder state ${dir} tidak dapat ditulisi.` },
      next,
      { cause },
    );
  }
}

/**
 * One level at a time: Node 20's own recursive mkdir never ends where a folder cannot be made (/proc). Services that are of our group
 * alone get through, whatever the umask.
 */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  mkdirSync(dir);
  chmodSync(dir, 0o710);
}

/** Others get through to a file whose name they know and that is theirs to open; none of these folders can be listed. */
export function letThrough(dir: string): void {
  const above = dirname(dir);
  if (above === stateRoot) letThrough(above);
  chmodSync(dir, statSync(dir).mode | 0o011);
}

/**
 * The seed of every PCC hash, unsigned 32-bit: `wanted`, else the kept one, else a new one. With another seed most clients would
 * move to another WAN at each restart, so it is kept (`keepSeed`).
 */
export const seedFor = (dir: string, wanted?: number): number =>
  wanted ?? readSeed(join(dir, 'seed')) ?? randomBytes(4).readUInt32LE();

/** Keeps it for the next start; what is kept already is not written again. Throws errors of the file system. */
export function keepSeed(dir: string, seed: number): void {
  const file = join(dir, 'seed');
  if (readSeed(file) !== seed) replaceFile(file, `${seed}\n`, 0o600);
}

/** A file that was cut off holds none: nothing is no number. */
function readSeed(file: string): number | undefined {
  try {
    const [, text] = /^(\d{1,10})\n$/.exec(readFileSync(file, 'utf8')) ?? [];
    const seed = Number(text);
    return text !== undefined && seed <= 0xffffffff ? seed : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets everything, after an undo: the folder, and ours above it where no other gateway has one. */
export function removeStateDir(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
  if (dirname(dir) !== stateRoot || !existsSync(stateRoot)) return;
  if (readdirSync(stateRoot).length === 0) rmdirSync(stateRoot);
}
