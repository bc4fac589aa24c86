import type { ConditionEntry } from './entry.ts';

export interface Unconfirmed {
  readonly file: string;
  /** How long it was given. */
  readonly seconds: number;
}

/** A configuration is on trial: it is taken back unless somebody confirms it. */
export const unconfirmed: ConditionEntry<Unconfirmed> = {
  severity: 'warning',
  about: () => '',
  text: {
    en: {
      title: 'A configuration waits to be confirmed',
      what: ({ file, seconds }) => `${file} is in force for ${seconds} s, and is taken back then.`,
      do: () => 'Come in anew (under SSH by a new connection) and run: sudo jalur confirm.',
      clears: 'Cleared when it is confirmed or was taken back.',
    },
    id: {
      title: 'Sebuah konfigurasi menunggu konfirmasi',
      what: ({ file, seconds }) => `${file} berlaku selama ${seconds} detik, lalu dibatalkan.`,
      do: () => 'Masuk lagi (lewat SSH dengan koneksi baru) dan jalankan: sudo jalur confirm.',
      clears: 'Hilang setelah dikonfirmasi atau dibatalkan.',
    },
  },
};
