import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamespaceIdentity } from '../../sys/index.ts';
import type { LineMemory } from '../core/index.ts';

interface LineFile {
  /** Another version's memory is none. */
  readonly format: number;
  /** Connections of another boot or namespace carry nothing of it. */
  readonly home: NamespaceIdentity;
  readonly lines: LineMemory;
}

const format = 2;
const fileOf = (dir: string): string => join(dir, 'lines.json');

/** Replaces the file in one step. Throws errors of the file system. */
export function storeLines(dir: string, home: NamespaceIdentity, lines: LineMemory): void {
  const file = fileOf(dir);
  writeFileSync(`${file}.new`, JSON.stringify({ format, home, lines } satisfies LineFile), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export const dropLines = (dir: string): void => rmSync(fileOf(dir), { force: true });

/** What the last gateway of this namespace and boot knew of its lines; undefined where there was none. */
export function storedLines(dir: string, home: NamespaceIdentity): LineMemory | undefined {
  try {
    const found = JSON.parse(readFileSync(fileOf(dir), 'utf8')) as LineFile;
    const isOurs = found.home.boot === home.boot && found.home.cookie === home.cookie;
    return isOurs && found.format === format ? found.lines : undefined;
  } catch {
    return undefined;
  }
}
