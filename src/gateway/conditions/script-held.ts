import type { ConditionEntry } from './entry.ts';

export interface ScriptHeld {
  readonly host: string;
  /** So many runs within so many seconds are allowed. */
  readonly runs: number;
  readonly seconds: number;
}

/** The scripts of a netwatch have run too often: its host goes up and down. */
export const scriptHeld: ConditionEntry<ScriptHeld> = {
  severity: 'warning',
  about: ({ host }) => host,
  text: {
    en: {
      title: 'A host goes up and down',
      what: ({ host, runs, seconds }) =>
        `Netwatch of ${host} has run its scripts ${runs} times within ${seconds} s: what it finds now waits.`,
      do: () => 'Pin the host to the line that it watches by a route of its own, or ask it more slowly.',
      clears: 'It is cleared when the script may run again, or the host is as the scripts last had it.',
    },
    id: {
      title: 'Sebuah host naik turun',
      what: ({ host, runs, seconds }) =>
        `Netwatch ${host} menjalankan skripnya ${runs} kali dalam ${seconds} detik: hasil yang sekarang ditunda.`,
      do: () => 'Tetapkan rute host itu ke jalur yang diawasinya, atau periksa lebih jarang.',
      clears: 'Hilang setelah skrip boleh berjalan lagi, atau host kembali seperti terakhir.',
    },
  },
};
