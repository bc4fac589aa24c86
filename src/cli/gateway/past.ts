import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { defaultStateDir, durableDirOf } from '../../gateway/index.ts';
import { journalFiles, openPast, type Past } from '../../journal/index.ts';
import { EnvironmentError } from '../../sys/index.ts';
import type { ReachOptions } from './reach.ts';

/** Where the past of a gateway is kept: where `jalur run` keeps it that is told the same. */
export const pastDir = ({ state, name }: ReachOptions): string =>
  state !== undefined && name === undefined ? state : durableDirOf(name ?? 'host');

/** Is there anything of it? */
export const hasPast = (which: ReachOptions): boolean => {
  const { database, lines } = journalFiles(pastDir(which));
  return existsSync(database) || existsSync(lines);
};

export const pastName = ({ state, name }: ReachOptions): string =>
  name ?? (state === undefined ? 'host' : basename(state));

/** What is kept of a gateway, whether it runs or not. Throws EnvironmentError where nothing is, or where we may not look. */
export function pastOf(which: ReachOptions): Past {
  const dir = pastDir(which);
  if (isClosed(dir)) throw closed(dir);
  const past = opened(dir);
  if (past) return past;
  throw new EnvironmentError(
    'COMMAND_FAILED',
    { en: `No journal is kept in ${dir}.`, id: `Tidak ada jurnal di ${dir}.` },
    {
      en: `jalur run keeps one there, unless it is told --no-journal. Name another gateway with --name, or its folder with --state (here: ${defaultStateDir()} is that of a running one).`,
      id: `jalur run menyimpannya di sana, kecuali dengan --no-journal. Sebutkan gateway lain dengan --name, atau foldernya dengan --state (di sini: ${defaultStateDir()} adalah milik yang sedang berjalan).`,
    },
  );
}

/** May we not even see whether something is kept there? "Not there" and "not for us" look the same to `existsSync`. */
function isClosed(dir: string): boolean {
  try {
    statSync(journalFiles(dir).database);
    return false;
  } catch (error) {
    return isRefusal(error);
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');

const closed = (dir: string, cause?: unknown): EnvironmentError =>
  new EnvironmentError(
    'MISSING_ROOT',
    {
      en: `Only root may see whether a journal is kept in ${dir}.`,
      id: `Hanya root yang boleh melihat apakah ada jurnal di ${dir}.`,
    },
    { en: 'Run it as root: sudo jalur …', id: 'Jalankan sebagai root: sudo jalur …' },
    { cause },
  );

function opened(dir: string): Past | undefined {
  try {
    return openPast(dir);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    const next =
      process.geteuid?.() === 0
        ? {
            en: 'See whether the file is whole and on a disk that works; jalur run --no-journal goes without one.',
            id: 'Periksa apakah file-nya utuh dan disk-nya berfungsi; jalur run --no-journal berjalan tanpanya.',
          }
        : { en: 'Run it as root: sudo jalur …', id: 'Jalankan sebagai root: sudo jalur …' };
    throw new EnvironmentError(
      'COMMAND_FAILED',
      {
        en: `The journal in ${dir} cannot be read: ${what}.`,
        id: `Jurnal di ${dir} tidak dapat dibaca: ${what}.`,
      },
      next,
      { cause },
    );
  }
}
