import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type HostFile, hostFileMark } from '../../compile/index.ts';
import { fileTrouble } from '../../files/index.ts';
import type { Said } from '../../text/index.ts';
import { inAsked } from '../options/language.ts';

/** A file with a password or key is for its owner alone. */
const modes = { secret: 0o600, key: 0o600, open: 0o644 } as const;

/**
 * Writes files below a folder; those that are as they should be stay. Nothing is written where one of them is there
 * without our mark. True where all are there then; what was done, or why not, is said without their content.
 */
export function writeHostFiles(folder: string, files: readonly HostFile[]): boolean {
  const foreign = files.filter(file => !isOurs(join(folder, file.path), file));
  for (const { path, content } of foreign) {
    const what =
      content === 'key'
        ? inAsked({ en: 'holds another key', id: 'berisi kunci lain' })
        : inAsked({ en: 'is there and not ours', id: 'sudah ada dan bukan milik kita' });
    complain(
      inAsked({
        en: `${join(folder, path)} ${what}: it is left alone, and nothing is written.`,
        id: `${join(folder, path)} ${what}: dibiarkan, dan tidak ada yang ditulis.`,
      }),
    );
  }
  return foreign.length === 0 && files.every(file => writeOne(join(folder, file.path), file));
}

/** A key has no line that says whose it is: one that is there stays, unless it is the same. */
function isOurs(path: string, { content, text }: HostFile): boolean {
  if (!existsSync(path)) return true;
  if (!lstatSync(path).isFile()) return false;
  const there = readFileSync(path, 'utf8');
  return content === 'key' ? there === text : there.split('\n')[0] === hostFileMark;
}

function writeOne(path: string, { text, content }: HostFile): boolean {
  const mode = modes[content];
  try {
    const isSame = existsSync(path) && readFileSync(path, 'utf8') === text;
    mkdirSync(dirname(path), { recursive: true });
    // The mode first: of an old file it may let others read what is written now.
    if (existsSync(path)) chmodSync(path, mode);
    if (!isSame) writeFileSync(path, text, { mode });
    chmodSync(path, mode);
    process.stderr.write(`${inAsked(isSame ? unchanged : newlyWritten)}: ${path}\n`);
    return true;
  } catch (error) {
    complain(
      inAsked({
        en: `${path} cannot be written: ${fileTrouble(error)}`,
        id: `${path} tidak dapat ditulis: ${fileTrouble(error, 'id')}`,
      }),
    );
    return false;
  }
}

const complain = (what: string): void => {
  process.stderr.write(`jalur: ${what}\n`);
};

const unchanged: Said = { en: 'unchanged', id: 'tidak berubah' };
const newlyWritten: Said = { en: 'written', id: 'ditulis' };
