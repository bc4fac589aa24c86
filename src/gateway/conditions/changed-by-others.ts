import { reasonIn } from '../core/reasons.ts';
import type { ConditionEntry } from './entry.ts';

export interface ChangedByOthers {
  /** `a route was deleted`, `nft (process 123) changed the firewall`. */
  readonly reason: string;
  /** What was put back; undefined where the same turn changed other things too. */
  readonly change?: string | undefined;
  /** So many changes more were put back. */
  readonly more: number;
}

/** Somebody else changed what the gateway had set; it was put back. */
export const changedByOthers: ConditionEntry<ChangedByOthers> = {
  severity: 'warning',
  about: () => '',
  text: {
    en: {
      title: 'Somebody else changes what the gateway sets',
      what: ({ reason, change, more }) =>
        `${reason}; it was put back${change ? `: ${change}` : ''}${more > 0 ? ` and ${more} more` : ''}.`,
      do: () =>
        'Find who does it: another manager of the network, a script, a person. Two of them are one too many.',
      clears: 'It is cleared when nobody has done it for a minute.',
    },
    id: {
      title: 'Pihak lain mengubah yang dipasang gateway',
      what: ({ reason, change, more }) =>
        `${reasonIn(reason, 'id')}; sudah dikembalikan${change ? `: ${change}` : ''}${more > 0 ? ` dan ${more} lagi` : ''}.`,
      do: () => 'Cari siapa pelakunya: pengelola jaringan lain, skrip, atau seseorang. Cukup satu pengelola.',
      clears: 'Hilang setelah satu menit tanpa perubahan oleh pihak lain.',
    },
  },
};
