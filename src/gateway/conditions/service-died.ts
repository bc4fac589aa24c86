import type { ConditionEntry } from './entry.ts';

export interface ServiceDied {
  /** `dhcp client ether1`. */
  readonly service: string;
  /** Its last words. */
  readonly said: string;
  readonly againMs: number;
}

const lastLines = (said: string): string => said.split('\n').slice(-3).join(' ');

/** A program that has to run ended by itself. */
export const serviceDied: ConditionEntry<ServiceDied> = {
  severity: 'warning',
  about: ({ service }) => service,
  text: {
    en: {
      title: 'A service ended',
      what: ({ service, said }) => `The ${service} ended by itself: ${lastLines(said)}`,
      do: ({ againMs }) => `It is started again in ${againMs} ms; see what it says about the interface.`,
      clears: 'Cleared when it has run for 5 seconds, or is no longer wanted.',
    },
    id: {
      title: 'Sebuah layanan berhenti',
      what: ({ service, said }) => `Layanan ${service} berhenti sendiri: ${lastLines(said)}`,
      do: ({ againMs }) => `Dijalankan lagi dalam ${againMs} ms; lihat pesannya tentang interface itu.`,
      clears: 'Hilang setelah berjalan 5 detik, atau tidak diinginkan lagi.',
    },
  },
};
