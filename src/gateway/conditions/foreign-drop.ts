import type { ConditionEntry } from './entry.ts';

export interface ForeignDrop {
  /** `chain FORWARD of table ip filter: policy drop`. */
  readonly rule: string;
}

/** Another manager's table drops what the gateway forwards: a packet has to be accepted by every table. */
export const foreignDrop: ConditionEntry<ForeignDrop> = {
  severity: 'error',
  about: ({ rule }) => rule,
  text: {
    en: {
      title: 'Another firewall drops what is forwarded',
      what: ({ rule }) => `Packets that this gateway forwards are dropped by another table: ${rule}.`,
      do: () =>
        'Stop what made it (Docker, ufw, firewalld …) on this machine, or have it accept forwarding (Docker: a rule in DOCKER-USER).',
      clears: 'It is cleared when the table is gone or accepts.',
    },
    id: {
      title: 'Firewall lain membuang paket yang diteruskan',
      what: ({ rule }) => `Paket yang diteruskan gateway ini dibuang oleh tabel lain: ${rule}.`,
      do: () =>
        'Hentikan pembuatnya (Docker, ufw, firewalld …) di mesin ini, atau izinkan penerusan (Docker: aturan di DOCKER-USER).',
      clears: 'Hilang setelah tabel itu dihapus atau mengizinkan.',
    },
  },
};
