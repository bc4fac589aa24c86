import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../rib/index.ts';

/** What only a running gateway knows; `jalur routes` shows it too. */
export type SavedWorld = Pick<World, 'leases' | 'unreachable'>;

const fileOf = (dir: string): string => join(dir, 'world.json');

/** Writes what changed; replaces the file in one step, so that no reader sees half of it. */
export function worldSaver(dir: string): (world: SavedWorld) => void {
  const file = fileOf(dir);
  let written = '';
  return ({ leases, unreachable }) => {
    const text = JSON.stringify({ leases, unreachable });
    if (text === written) return;
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    written = text;
  };
}

/** What a gateway of this namespace last knew; undefined where none has run. */
export function readSavedWorld(dir: string): SavedWorld | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(dir), 'utf8')) as SavedWorld;
  } catch {
    return undefined;
  }
}
