import type { ConditionEntry } from './entry.ts';

export interface JournalTrouble {
  /** `plain`: there is no SQLite on this machine. `unwritten`: what is told to it cannot be written. */
  readonly trouble: 'plain' | 'unwritten';
  /** What the machine said. */
  readonly said: string;
}

/** The gateway's past is not kept as it should be; the network is not affected. */
export const journal: ConditionEntry<JournalTrouble> = {
  severity: 'warning',
  about: ({ trouble }) => trouble,
  text: {
    en: {
      title: 'The journal is not kept as it should be',
      what: ({ trouble, said }) =>
        trouble === 'plain'
          ? 'There is no SQLite here, so the journal is a plain file, which is slow to search and keeps less.'
          : `The journal cannot be written: ${said}.`,
      do: ({ trouble }) =>
        trouble === 'plain'
          ? 'Use Node.js 22.13 or later, or install jalur with its optional packages (npm install libsql).'
          : 'See that the disk of /var/lib/jalur has room and can be written. It is tried again every 5 seconds; what waits is kept as far as there is memory for it.',
      clears: 'It is cleared when the journal is written again, and by a start that finds SQLite.',
    },
    id: {
      title: 'Jurnal tidak tersimpan sebagaimana mestinya',
      what: ({ trouble, said }) =>
        trouble === 'plain'
          ? 'Tidak ada SQLite di sini, sehingga jurnal berupa berkas biasa yang lambat dicari dan menyimpan lebih sedikit.'
          : `Jurnal tidak dapat ditulis: ${said}.`,
      do: ({ trouble }) =>
        trouble === 'plain'
          ? 'Pakai Node.js 22.13 atau lebih baru, atau pasang jalur dengan paket opsionalnya (npm install libsql).'
          : 'Pastikan disk /var/lib/jalur masih ada ruang dan dapat ditulis. Dicoba lagi setiap 5 detik; yang menunggu disimpan selama memori cukup.',
      clears: 'Hilang setelah jurnal dapat ditulis lagi, dan setelah dimulai dengan SQLite.',
    },
  },
};
