import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Manifest } from './decide.ts';

export const hashOfText = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');

/** Of what is in a file; undefined where there is none. Throws what else the file system says. */
export function hashOfFile(path: string): string | undefined {
  try {
    return hashOfText(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** As sha256sum(1) writes it, so that a package can read it without us. */
export const printManifest = (manifest: Manifest): string =>
  [...manifest].map(([path, hash]) => `${hash}  ${path}\n`).join('');

/** Lines that say something else are nothing of ours. */
export const parseManifest = (text: string): Manifest =>
  new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(\/.+)$/gm)].map(([, hash = '', path = '']) => [path, hash]));

export function readManifest(file: string): Manifest {
  try {
    return parseManifest(readFileSync(file, 'utf8'));
  } catch {
    return new Map();
  }
}
