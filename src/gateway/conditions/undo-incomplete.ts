import type { ConditionEntry, Trouble } from './entry.ts';

/** At its end the gateway could not take everything back. */
export const undoIncomplete: ConditionEntry<Trouble> = {
  severity: 'error',
  about: ({ what }) => what,
  text: {
    en: {
      title: 'Not everything was restored',
      what: ({ what }) => `Something of the gateway is left: ${what}`,
      do: facts => `${facts.do} Then run: jalur undo`,
      clears: 'The gateway has ended: jalur undo restores the rest.',
    },
    id: {
      title: 'Tidak semua dikembalikan',
      what: ({ what }) => `Masih ada sisa dari gateway: ${what}`,
      do: facts => `${facts.do} Lalu jalankan: jalur undo`,
      clears: 'Gateway sudah berakhir: jalur undo mengembalikan sisanya.',
    },
  },
};
