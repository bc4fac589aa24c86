import { accessSync, constants, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EnvironmentError } from '../../sys/index.ts';

function orExplain(file: string, action: () => void): void {
  try {
    action();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EnvironmentError(
      'COMMAND_FAILED',
      { en: `${file} cannot be written: ${reason}`, id: `${file} tidak dapat ditulis: ${reason}` },
      {
        en: 'Name another file, or make its folder writable.',
        id: 'Sebutkan file lain, atau beri izin menulis pada foldernya.',
      },
      { cause },
    );
  }
}

/** Finds out before a run of minutes whether its report will find a place. Throws EnvironmentError where it will not. */
export function prepareReport(file: string): void {
  orExplain(file, () => {
    makeFolder(dirname(file));
    readdirSync(dirname(file));
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  });
}

/** The same for a folder of files. */
export function prepareFolder(folder: string): void {
  orExplain(folder, () => {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  });
}

/** One level at a time: Node 20's own recursive mkdir never ends where a folder cannot be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Writes a file whose place is prepared. Throws EnvironmentError where that is no longer possible. */
export function writeReport(file: string, text: string): void {
  orExplain(file, () => writeFileSync(file, text));
}
