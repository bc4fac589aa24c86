import type { ConditionEntry } from './entry.ts';

/** The kernel does not hold the firewall of the configuration, nor the one before: nothing is forwarded. */
export const forwardingClosed: ConditionEntry<Readonly<Record<never, string>>> = {
  severity: 'error',
  about: () => '',
  text: {
    en: {
      title: 'Nothing is forwarded',
      what: () => 'The kernel does not hold the firewall of this configuration, so nothing is forwarded.',
      do: () => 'See which change was refused. It is tried again every second.',
      clears: 'It is cleared when the whole firewall was read back from the kernel.',
    },
    id: {
      title: 'Tidak ada yang diteruskan',
      what: () => 'Kernel tidak memuat firewall konfigurasi ini, jadi tidak ada paket yang diteruskan.',
      do: () => 'Lihat perubahan mana yang ditolak. Dicoba lagi setiap detik.',
      clears: 'Hilang setelah seluruh firewall terbaca kembali dari kernel.',
    },
  },
};
