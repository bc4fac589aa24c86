import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (dir: string): string => join(dir, 'forced.json');

/** Which lines were taken down by hand, for the next start and the next boot. Throws errors of the file system. */
export function saveForcedLines(dir: string, lines: readonly string[]): void {
  const file = fileOf(dir);
  writeFileSync(`${file}.new`, `${JSON.stringify(lines)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** None where nobody has taken one down; what is no list of names counts as none. */
export function readForcedLines(dir: string): readonly string[] {
  try {
    const said: unknown = JSON.parse(readFileSync(fileOf(dir), 'utf8'));
    return Array.isArray(said) ? said.filter(name => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
