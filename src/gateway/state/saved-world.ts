import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SavedWorld } from '../core/index.ts';

const fileOf = (dir: string): string => join(dir, 'world.json');

/** Replaces the file in one step, so that no reader sees half of it. Throws errors of the file system. */
export function saveWorld(dir: string, { leases, unreachable, sharing }: SavedWorld): void {
  const file = fileOf(dir);
  writeFileSync(`${file}.new`, JSON.stringify({ leases, unreachable, sharing }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A gateway that has ended and taken all back knows nothing of what is: what it knew would be taken for what there is. */
export const dropWorld = (dir: string): void => rmSync(fileOf(dir), { force: true });

/** What a gateway of this namespace last knew; undefined where none has run. */
export function readSavedWorld(dir: string): SavedWorld | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dir), 'utf8')) as SavedWorld;
  } catch {
    return undefined;
  }
}
