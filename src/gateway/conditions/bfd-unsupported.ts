import type { ConditionEntry } from './entry.ts';

export interface BfdUnsupported {
  readonly address: string;
}

/** A check that needs a BFD session. */
export const bfdUnsupported: ConditionEntry<BfdUnsupported> = {
  severity: 'warning',
  about: ({ address }) => address,
  text: {
    en: {
      title: 'BFD is not supported',
      what: ({ address }) =>
        `${address} is not checked: check-gateway=bfd needs a BFD session, which jalur does not hold.`,
      do: () => 'Use check-gateway=ping or arp.',
      clears: 'Cleared when no active configuration asks for it.',
    },
    id: {
      title: 'BFD tidak didukung',
      what: ({ address }) =>
        `${address} tidak diperiksa: check-gateway=bfd memerlukan sesi BFD, yang tidak dimiliki jalur.`,
      do: () => 'Gunakan check-gateway=ping atau arp.',
      clears: 'Hilang setelah konfigurasi tidak memintanya lagi.',
    },
  },
};
