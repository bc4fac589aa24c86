import type { ConditionEntry } from './entry.ts';

export interface ScriptUncertain {
  /** `down-script of office.rsc:12`. */
  readonly script: string;
  /** Of the first statement that is not certain, and what it says. */
  readonly line: number;
  readonly text: string;
}

/** A script was due, and left, because nobody can say what all of it does. */
export const scriptUncertain: ConditionEntry<ScriptUncertain> = {
  severity: 'warning',
  about: ({ script }) => script,
  text: {
    en: {
      title: 'A script was not carried out',
      what: ({ script, line, text }) =>
        `The ${script} was due and is not carried out: what line ${line} does is not certain (${text}).`,
      do: () =>
        'Nothing of it was done. Switch by hand what it would switch, or write it without that statement.',
      clears: 'Its next run that is certain clears it, and a configuration without it.',
    },
    id: {
      title: 'Sebuah skrip tidak dijalankan',
      what: ({ script, line, text }) =>
        `${script} harus dijalankan tetapi ditinggalkan: akibat baris ${line} tidak pasti (${text}).`,
      do: () =>
        'Tidak ada bagiannya yang dijalankan. Lakukan sendiri perubahannya, atau tulis tanpa pernyataan itu.',
      clears: 'Hilang setelah dijalankan dengan pasti, atau konfigurasi tidak memuatnya lagi.',
    },
  },
};
