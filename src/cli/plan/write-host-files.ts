import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type HostFile, hostFileMark } from '../../compile/index.ts';
import { fileTrouble } from '../../config/index.ts';

/** Mode of a file that holds a password or key, and of the others. */
const modes = { secret: 0o600, open: 0o644 } as const;

/**
 * Writes files below a folder; those that are as they should be stay. Nothing is written where one of them is there
 * without our mark. True where all are there then; what was done, or why not, is said without their content.
 */
export function writeHostFiles(folder: string, files: readonly HostFile[]): boolean {
  const foreign = files.filter(({ path }) => !isOurs(join(folder, path)));
  for (const { path } of foreign) {
    complain(`${join(folder, path)} is there and not ours: it is left alone, and nothing is written.`);
  }
  return foreign.length === 0 && files.every(file => writeOne(join(folder, file.path), file));
}

function isOurs(path: string): boolean {
  if (!existsSync(path)) return true;
  if (!lstatSync(path).isFile()) return false;
  const [first] = readFileSync(path, 'utf8').split('\n');
  return first === hostFileMark;
}

function writeOne(path: string, { text, secret }: HostFile): boolean {
  const mode = secret ? modes.secret : modes.open;
  try {
    const isSame = existsSync(path) && readFileSync(path, 'utf8') === text;
    mkdirSync(dirname(path), { recursive: true });
    // The mode first: of an old file it may let others read what is written now.
    if (existsSync(path)) chmodSync(path, mode);
    if (!isSame) writeFileSync(path, text, { mode });
    chmodSync(path, mode);
    process.stderr.write(`${isSame ? 'unchanged' : 'written'}: ${path}\n`);
    return true;
  } catch (error) {
    complain(`${path} cannot be written: ${fileTrouble(error)}`);
    return false;
  }
}

const complain = (what: string): void => {
  process.stderr.write(`jalur: ${what}\n`);
};
