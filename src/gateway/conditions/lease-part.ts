import { type LeaseFault, leaseFaultText } from '../../rib/index.ts';
import type { ConditionEntry } from './entry.ts';

export interface LeasePartLeft extends LeaseFault {
  readonly interface: string;
}

/** A lease is used, but for a part of it. */
export const leasePart: ConditionEntry<LeasePartLeft> = {
  severity: 'warning',
  about: ({ interface: name, part, value }) => [name, part, value].filter(word => word !== '').join(' '),
  text: {
    en: {
      title: 'A part of a lease is not used',
      what: ({ interface: name, ...fault }) =>
        `The lease of ${name} is used, but ${leaseFaultText(fault, 'en')}.`,
      do: ({ interface: name }) =>
        `Look at the DHCP server of the modem or provider at ${name}, or state the route that is meant.`,
      clears: 'Cleared when its server gives another lease, or the client is gone.',
    },
    id: {
      title: 'Sebagian lease tidak dipakai',
      what: ({ interface: name, ...fault }) =>
        `Lease ${name} dipakai, tetapi ${leaseFaultText(fault, 'id')}.`,
      do: ({ interface: name }) =>
        `Periksa server DHCP modem atau ISP di ${name}, atau tulis rute yang dimaksud.`,
      clears: 'Hilang setelah server memberi lease lain, atau client-nya dihapus.',
    },
  },
};
