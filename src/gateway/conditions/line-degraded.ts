import type { ConditionEntry } from './entry.ts';

export interface LineDegraded {
  /** Its interface. */
  readonly interface: string;
  /** `loss`, `latency` or `jitter`. */
  readonly cause: string;
  readonly lossPercent: number;
  readonly roundTripMs: number;
  readonly jitterMs: number;
}

/** A line carries traffic, badly. */
export const lineDegraded: ConditionEntry<LineDegraded> = {
  severity: 'warning',
  about: facts => facts.interface,
  text: {
    en: {
      title: 'A line is poor',
      what: ({ interface: line, lossPercent, roundTripMs, jitterMs }) =>
        `${line} is poor: of its last probes ${lossPercent} % were lost, answers took ${roundTripMs} ms on average, neighbours differing by ${jitterMs} ms.`,
      do: () => 'It is used all the same. See whether it is full, and else the provider.',
      clears: 'Cleared when half of what raised it is left.',
    },
    id: {
      title: 'Sebuah saluran buruk',
      what: ({ interface: line, lossPercent, roundTripMs, jitterMs }) =>
        `${line} buruk: dari probe terakhir ${lossPercent} % hilang, jawaban rata-rata ${roundTripMs} ms, dengan selisih ${jitterMs} ms antara yang berurutan.`,
      do: () => 'Saluran itu tetap dipakai. Periksa apakah penuh, atau tanyakan penyedia.',
      clears: 'Hilang setelah tinggal separuh dari penyebabnya.',
    },
  },
};
