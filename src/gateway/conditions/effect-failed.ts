import type { ConditionEntry, Trouble } from './entry.ts';

/** What the gateway does beside the kernel: start and end services, keep what it knows on disk, end connections. */
export type BesideKernel = 'services' | 'save' | 'trial' | 'forced' | 'connections' | 'flows';

export interface EffectFailed extends Trouble {
  readonly effect: BesideKernel;
}

const en: Readonly<Record<BesideKernel, string>> = {
  services: 'start or stop its services',
  save: 'save leases and states',
  trial: 'write down that this configuration stays, so its next start would take it back',
  forced: 'save which lines were taken down by hand',
  connections: 'remove connections as a script asks',
  flows: 'end connections of a dead line',
};

const id: Readonly<Record<BesideKernel, string>> = {
  services: 'menjalankan atau menghentikan layanannya',
  save: 'menyimpan lease dan keadaan',
  trial: 'mencatat bahwa konfigurasi ini tetap berlaku, sehingga dibatalkan pada start berikutnya',
  forced: 'menyimpan jalur mana yang dimatikan dengan tangan',
  connections: 'menghapus koneksi seperti diminta skrip',
  flows: 'mengakhiri koneksi jalur yang mati',
};

/** Connections that live on end by themselves; another attempt would meet others. */
const isOnce = ({ effect }: EffectFailed): boolean => effect === 'connections' || effect === 'flows';

/** Something beside the kernel failed; routes and firewall are not affected. */
export const effectFailed: ConditionEntry<EffectFailed> = {
  severity: 'warning',
  about: ({ effect }) => effect,
  text: {
    en: {
      title: 'Work beside the kernel failed',
      what: ({ effect, what }) => `The gateway cannot ${en[effect]}: ${what}`,
      do: facts => (isOnce(facts) ? facts.do : `${facts.do} It is tried again every second.`),
      clears: 'The next attempt that succeeds clears it; about connections, an hour does, too.',
    },
    id: {
      title: 'Pekerjaan di luar kernel gagal',
      what: ({ effect, what }) => `Gateway tidak dapat ${id[effect]}: ${what}`,
      do: facts => (isOnce(facts) ? facts.do : `${facts.do} Dicoba lagi setiap detik.`),
      clears: 'Hilang setelah percobaan berikutnya berhasil; tentang koneksi juga setelah satu jam.',
    },
  },
};
