import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../../sys/index.ts';

/** Where a gateway keeps what has to outlive a restart: PCC seed, DHCP server leases, what to undo. */
const stateRoot = '/run/jalur';

/** `/run/jalur/4026531840`: one folder per network namespace, named by its inode, as two may not share one. */
export function defaultStateDir(): string {
  const inode = /\d+/.exec(readlinkSync('/proc/self/ns/net'))?.[0] ?? 'net';
  return join(stateRoot, inode);
}

/** Makes the folder. Throws EnvironmentError where that is not allowed, which mostly means: not root. */
export function openStateDir(dir: string): string {
  try {
    makeFolder(dir);
    accessSync(dir, constants.W_OK);
    return dir;
  } catch (cause) {
    const next = 'Run as root (sudo jalur run …), or name another folder with --state.';
    throw new EnvironmentError('MISSING_ROOT', `The state folder ${dir} cannot be written.`, next, { cause });
  }
}

/** One level at a time: Node 20's own recursive mkdir never ends where a folder cannot be made (/proc). */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  mkdirSync(dir, { mode: 0o755 });
}

/**
 * The seed of every PCC hash, unsigned 32-bit: kept, because with another seed most clients would move to another WAN
 * at each restart. `wanted` replaces the kept one.
 */
export function persistentSeed(dir: string, wanted?: number): number {
  const file = join(dir, 'seed');
  const seed = wanted ?? readSeed(file) ?? randomBytes(4).readUInt32LE();
  writeFileSync(file, `${seed}\n`);
  return seed;
}

function readSeed(file: string): number | undefined {
  try {
    const seed = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff ? seed : undefined;
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
