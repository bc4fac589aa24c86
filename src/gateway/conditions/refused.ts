import type { ConditionEntry, Trouble } from './entry.ts';

/** One change that the machine refused; all others are in force. */
export const refused: ConditionEntry<Trouble> = {
  severity: 'error',
  about: ({ what }) => what,
  text: {
    en: {
      title: 'A change was refused',
      what: ({ what }) => what,
      do: facts => facts.do,
      clears: 'An attempt in which this change is not refused, or no longer wanted, clears it.',
    },
    id: {
      title: 'Sebuah perubahan ditolak',
      what: ({ what }) => what,
      do: facts => facts.do,
      clears: 'Hilang setelah perubahan ini tidak ditolak lagi atau tidak diinginkan lagi.',
    },
  },
};
