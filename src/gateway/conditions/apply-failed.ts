import type { ConditionEntry, Trouble } from './entry.ts';

/** A whole step failed: the kernel could not be read, or not be changed at all. */
export const applyFailed: ConditionEntry<Trouble> = {
  severity: 'error',
  about: () => '',
  text: {
    en: {
      title: 'Kernel not in the wanted state',
      what: ({ what }) => `The gateway cannot bring the kernel to the wanted state: ${what}`,
      do: facts => `${facts.do} It is tried again every second.`,
      clears: 'The next attempt that succeeds clears it.',
    },
    id: {
      title: 'Kernel belum sesuai',
      what: ({ what }) => `Gateway tidak dapat membawa kernel ke keadaan yang diinginkan: ${what}`,
      do: facts => `${facts.do} Dicoba lagi setiap detik.`,
      clears: 'Hilang setelah percobaan berikutnya berhasil.',
    },
  },
};
