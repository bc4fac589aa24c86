import type { Said } from '../../text/index.ts';

export type { Said };

/** What follows from most errors. */
export const refused: Said = {
  en: 'The router refuses the line, and an import stops there.',
  id: 'Router menolak baris ini, dan import berhenti di situ.',
};

/** ` Did you mean 'x'?`, or nothing. */
export const nearText = (near: string | undefined): Said =>
  near === undefined ? { en: '', id: '' } : { en: ` Did you mean '${near}'?`, id: ` Maksudnya '${near}'?` };

/** A word that is the beginning of several. */
export const ambiguous: { readonly why: Said; readonly do: Said } = {
  why: {
    en: 'The router refuses an abbreviation that fits several names.',
    id: 'Router menolak singkatan yang cocok dengan beberapa nama.',
  },
  do: { en: 'Write the name in full.', id: 'Tulis namanya lengkap.' },
};
