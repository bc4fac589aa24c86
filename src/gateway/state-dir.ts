import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a gateway keeps what has to outlive a restart: PCC seed, DHCP server leases, what to undo. */
export const stateRoot = '/run/jalur';

/** `/run/jalur/4026531840`: one folder per network namespace, named by its inode, as two may not share one. */
export function defaultStateDir(): string {
  const inode = /\d+/.exec(readlinkSync('/proc/self/ns/net'))?.[0] ?? 'net';
  return join(stateRoot, inode);
}

export function openStateDir(dir: string): string {
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  return dir;
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

/** Forgets everything, after an undo. */
export function removeStateDir(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
}
