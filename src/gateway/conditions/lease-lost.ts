import type { ConditionEntry } from './entry.ts';

export interface LeaseLost {
  readonly interface: string;
  /** What it was: `10.10.10.254/24`. */
  readonly given: string;
}

/** A DHCP client had a lease and has none. */
export const leaseLost: ConditionEntry<LeaseLost> = {
  severity: 'warning',
  about: facts => facts.interface,
  text: {
    en: {
      title: 'A lease was lost',
      what: ({ interface: name, given }) =>
        `${name} has lost its lease of ${given}: its server took it back, or did not renew it in time.`,
      do: ({ interface: name }) =>
        `It is asked for again every second. See the modem and the provider at ${name}.`,
      clears: 'Cleared when it has a lease again, or the client is gone.',
    },
    id: {
      title: 'Sebuah lease hilang',
      what: ({ interface: name, given }) =>
        `${name} kehilangan lease ${given}: server menariknya kembali, atau tidak memperpanjangnya.`,
      do: ({ interface: name }) => `Diminta lagi setiap detik. Periksa modem dan ISP di ${name}.`,
      clears: 'Hilang setelah ada lease lagi, atau client-nya dihapus.',
    },
  },
};
