import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, readTextFile, routerText, type TextFile } from '../config/index.ts';
import { FileFault, fileTrouble, replaceFile } from '../files/index.ts';
import type { Diagnostic } from '../text/index.ts';
import { inAsked } from './options/language.ts';
import { coloursFor, type Sink } from './output/colour.ts';
import { printDiagnostics } from './output/diagnostics.ts';

/** What a folder holds that may be RouterOS text, in the order of names; anything else stands for itself. */
export function textFiles(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  const found = readdirSync(path).filter(name => /\.(?:rsc|txt|md|conf|cfg|backup)$/i.test(name));
  return found.length === 0 ? [path] : found.sort().map(name => join(path, name));
}

/** Reads a file; undefined, and said on standard error, where it cannot be read. */
export function readText(file: string): TextFile | undefined {
  try {
    const read = readTextFile(file);
    if (!/[^\s\0]/.test(read.text)) throw new FileFault({ en: 'it is empty', id: 'kosong' });
    return read;
  } catch (error) {
    process.stderr.write(
      inAsked({
        en: `jalur: ${file} cannot be read: ${fileTrouble(error)}\n       Name a text file with RouterOS configuration (.rsc).\n`,
        id: `jalur: ${file} tidak dapat dibaca: ${fileTrouble(error, 'id')}\n       Sebutkan file teks dengan konfigurasi RouterOS (.rsc).\n`,
      }),
    );
    return undefined;
  }
}

/** The same of RouterOS text alone: an intent (YAML) is refused. */
export function readRouterOsText(file: string): TextFile | undefined {
  const read = readText(file);
  if (!read || !routerText(read).intent) return read;
  process.stderr.write(
    inAsked({
      en: `jalur: ${file} is an intent (YAML), not RouterOS text.\n       For its statements as RouterOS text: jalur convert ${file} --to v7\n`,
      id: `jalur: ${file} adalah intent (YAML), bukan teks RouterOS.\n       Untuk perintahnya sebagai teks RouterOS: jalur convert ${file} --to v7\n`,
    }),
  );
  return undefined;
}

/** Writes a file in the letters of another one; false, and said on standard error, where that is not possible. */
export function writeText(file: string, text: string, like: TextFile): boolean {
  try {
    writeFileSync(file, bytesOf(text, like));
    return true;
  } catch (error) {
    return sayUnwritten(file, error);
  }
}

/** The same for a file that stays as it is where it cannot be written whole. */
export function replaceText(file: string, text: string, like: TextFile): boolean {
  try {
    replaceFile(file, bytesOf(text, like));
    return true;
  } catch (error) {
    return sayUnwritten(file, error);
  }
}

function sayUnwritten(file: string, error: unknown): false {
  process.stderr.write(
    inAsked({
      en: `jalur: ${file} cannot be written: ${fileTrouble(error)}\n       Name a file in a folder that exists and may be written to.\n`,
      id: `jalur: ${file} tidak dapat ditulis: ${fileTrouble(error, 'id')}\n       Sebutkan file di folder yang ada dan boleh ditulisi.\n`,
    }),
  );
  return false;
}

/** Findings about one text: on standard error, beside what a command prints for others to read. */
export function sayFindings(
  { file, text }: TextFile,
  diagnostics: readonly Diagnostic[],
  sink: Sink = process.stderr,
): void {
  sink.write(printDiagnostics(diagnostics, new Map([[file, text]]), coloursFor(sink)));
}
