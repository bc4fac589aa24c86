import type { ConditionEntry } from './entry.ts';

export interface RolledBack {
  readonly file: string;
  /** Its time was over, or the gateway was started again before. */
  readonly when: 'in-time' | 'at-start';
}

/** A configuration was not confirmed: the one before it is in force, whatever its file says. */
export const rolledBack: ConditionEntry<RolledBack> = {
  severity: 'warning',
  about: () => '',
  text: {
    en: {
      title: 'A configuration was taken back',
      what: ({ file, when }) =>
        `${file} was not confirmed${when === 'at-start' ? ' before the gateway ended' : ''}: the last configuration that nobody took back is in force, and stays so over restarts until the file changes.`,
      do: ({ file }) => `Mend the file, then: sudo jalur apply ${file} --confirm 60.`,
      clears: 'Cleared when another configuration is taken.',
    },
    id: {
      title: 'Sebuah konfigurasi dibatalkan',
      what: ({ file, when }) =>
        `${file} tidak dikonfirmasi${when === 'at-start' ? ' sebelum gateway berakhir' : ''}: konfigurasi terakhir yang tidak dibatalkan yang berlaku, juga setelah gateway dijalankan ulang, sampai berkas itu berubah.`,
      do: ({ file }) => `Perbaiki berkasnya, lalu: sudo jalur apply ${file} --confirm 60.`,
      clears: 'Hilang setelah konfigurasi lain diterima.',
    },
  },
};
