import type { Language, Said } from '../text/index.ts';

/** A file is not what it should be. */
export class FileFault extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(said.en);
    this.name = 'FileFault';
    this.said = said;
  }
}

/** What the system says, in its words, and in Indonesian. */
const inIndonesian: Readonly<Record<string, string>> = {
  EACCES: 'tidak diizinkan',
  EBUSY: 'sedang dipakai',
  EEXIST: 'sudah ada',
  ELOOP: 'tautan simbolik yang berputar',
  ENAMETOOLONG: 'namanya terlalu panjang',
  ENOENT: 'tidak ada file atau folder itu',
  ENOSPC: 'tempat penyimpanan penuh',
  ENOTDIR: 'bukan folder',
  EPERM: 'tidak diizinkan',
  EROFS: 'sistem file hanya dapat dibaca',
};

const folder: Said = { en: 'it is a folder', id: 'itu folder' };

/** Why a file cannot be read or written, in words: without the code and the system call of Node's message. */
export function fileTrouble(error: unknown, language: Language = 'en'): string {
  if (error instanceof FileFault) return error.said[language];
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EISDIR') return folder[language];
  const translated = language === 'id' ? inIndonesian[code] : undefined;
  if (translated !== undefined) return translated;
  return error.message.replace(/^E[A-Z0-9]+: |, (?:open|read|write|stat|scandir)(?: '.*')?$/gs, '');
}
