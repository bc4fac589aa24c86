import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Names of settings files, in the order in which they are looked for. */
const settingsNames: readonly string[] = [
  'jalur.config.json',
  'jalur.config.yaml',
  'jalur.config.yml',
  'jalur.config',
];

/** The settings file beside a file, or in the nearest folder above it. */
export function findSettings(path: string): string | undefined {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = settingsNames.map(name => join(folder, name)).find(existsSync);
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}
