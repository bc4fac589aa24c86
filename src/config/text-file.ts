import { readFileSync } from 'node:fs';

/** A text file whose bytes can be restored: not all RouterOS text is UTF-8. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

/** Reads a file as UTF-8, else as Latin-1. Throws what the file system says (`ENOENT`, `EACCES`, `EISDIR`). */
export function readTextFile(file: string): TextFile {
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes)
    ? { file, text, encoding: 'utf8' }
    : { file, text: bytes.toString('latin1'), encoding: 'latin1' };
}
