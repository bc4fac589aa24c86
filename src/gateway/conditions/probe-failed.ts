import type { ConditionEntry } from './entry.ts';

export interface ProbeFailed {
  /** Key of the check: `ping 8.8.4.4%ether1`. */
  readonly check: string;
  readonly error: string;
}

/** A probe could not even be sent. */
export const probeFailed: ConditionEntry<ProbeFailed> = {
  severity: 'warning',
  about: ({ check }) => check,
  text: {
    en: {
      title: 'A gateway cannot be probed',
      what: ({ check, error }) => `${check} cannot be probed: ${error}`,
      do: () => 'Until that is solved the gateway counts as unreachable.',
      clears: 'The next probe that can be sent clears it, and the end of the check.',
    },
    id: {
      title: 'Sebuah gateway tidak dapat diperiksa',
      what: ({ check, error }) => `${check} tidak dapat diperiksa: ${error}`,
      do: () => 'Selama itu gateway tersebut dianggap tidak terjangkau.',
      clears: 'Hilang setelah probe berikutnya terkirim, atau pemeriksaan itu berakhir.',
    },
  },
};
