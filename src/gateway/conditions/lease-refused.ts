import { type LeaseFault, leaseFaultText } from '../../rib/index.ts';
import type { ConditionEntry } from './entry.ts';

export interface LeaseRefused extends LeaseFault {
  readonly interface: string;
  /** Its address with the length of its network: `127.0.0.1/24`. */
  readonly given: string;
  /** The one before, which is used as long as it holds; empty: there is none. */
  readonly instead: string;
}

/** A DHCP server gave what must not be used. */
export const leaseRefused: ConditionEntry<LeaseRefused> = {
  severity: 'error',
  about: facts => facts.interface,
  text: {
    en: {
      title: 'A lease is not used',
      what: ({ interface: name, given, instead, ...fault }) =>
        `The DHCP server at ${name} gives ${given}, which is not used: ${leaseFaultText(fault, 'en')}. ${
          instead === ''
            ? `${name} has no address by DHCP.`
            : `${instead} from before is used as long as it holds.`
        }`,
      do: ({ interface: name, why }) =>
        why === 'inside' || why === 'own'
          ? `Give the LAN another network than the modem at ${name} uses, or set the modem to bridge mode.`
          : `Look at the DHCP server of the modem or provider at ${name}, and at what the cable leads to.`,
      clears: 'Cleared when its server gives a lease that can be used, or the client is gone.',
    },
    id: {
      title: 'Sebuah lease tidak dipakai',
      what: ({ interface: name, given, instead, ...fault }) =>
        `Server DHCP di ${name} memberi ${given}, yang tidak dipakai: ${leaseFaultText(fault, 'id')}. ${
          instead === ''
            ? `${name} tidak punya alamat dari DHCP.`
            : `${instead} yang lama dipakai selama masih berlaku.`
        }`,
      do: ({ interface: name, why }) =>
        why === 'inside' || why === 'own'
          ? `Beri LAN network lain daripada yang dipakai modem di ${name}, atau jadikan modem itu bridge.`
          : `Periksa server DHCP modem atau ISP di ${name}, dan ke mana kabelnya.`,
      clears: 'Hilang setelah server memberi lease yang dapat dipakai, atau client-nya dihapus.',
    },
  },
};
