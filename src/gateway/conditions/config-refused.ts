import type { ConditionEntry } from './entry.ts';

export interface ConfigRefused {
  readonly file: string;
  /** The first thing that speaks against it, with its place. */
  readonly objection: string;
}

/** A configuration was not taken: the one in force is not what its file says. */
export const configRefused: ConditionEntry<ConfigRefused> = {
  severity: 'warning',
  about: () => '',
  text: {
    en: {
      title: 'A configuration was not taken',
      what: ({ file, objection }) =>
        `${file} was not taken, and the configuration before it stays in force: ${objection}`,
      do: () => 'Mend it, then: sudo jalur reload.',
      clears: 'Cleared when a configuration is taken.',
    },
    id: {
      title: 'Sebuah konfigurasi ditolak',
      what: ({ file, objection }) =>
        `${file} ditolak, dan konfigurasi sebelumnya tetap berlaku: ${objection}`,
      do: () => 'Perbaiki, lalu: sudo jalur reload.',
      clears: 'Hilang setelah sebuah konfigurasi diterima.',
    },
  },
};
