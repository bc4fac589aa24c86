import type { Words } from './said.ts';

/** What stands on the pages of tables beside RouterOS's own names. */
export const pageWords = {
  noInterfaces: { en: 'The configuration names no interface', id: 'Konfigurasi tidak menyebut antarmuka' },
  noRoutes: { en: 'No route here', id: 'Tidak ada rute di sini' },
  whoseRoutes: { en: 'Whose routes', id: 'Rute milik' },
  routesOfText: { en: 'RouterOS', id: 'RouterOS' },
  routesOfKernel: { en: 'Kernel', id: 'Kernel' },
  routingTable: { en: 'Routing table', id: 'Tabel routing' },
  differences: { en: 'The kernel differs from what was decided', id: 'Kernel berbeda dari yang diputuskan' },
  chain: { en: 'Chain', id: 'Chain' },
  noRules: { en: 'No rule here', id: 'Tidak ada aturan di sini' },
  noRulesText: {
    en: 'The configuration has no rule in this table.',
    id: 'Konfigurasi tidak punya aturan di tabel ini.',
  },
  countsAsked: {
    en: 'Decisions are kept for connections: a rule counts the packets that it was asked about. For all packets run with --counters exact.',
    id: 'Keputusan disimpan per koneksi: aturan menghitung paket yang ditanyakan kepadanya. Untuk semua paket jalankan dengan --counters exact.',
  },
  noQueues: { en: 'No queue', id: 'Tidak ada antrean' },
  noQueuesText: {
    en: 'The configuration limits nobody: /queue is empty.',
    id: 'Konfigurasi tidak membatasi siapa pun: /queue kosong.',
  },
  noConnections: { en: 'No connection', id: 'Tidak ada koneksi' },
  noConnectionsText: {
    en: 'The kernel tracks none that matches.',
    id: 'Kernel tidak melacak satu pun yang cocok.',
  },
  tracked: {
    en: (tracked: string, most: string) => (most ? `${tracked} of ${most} tracked` : `${tracked} tracked`),
    id: (tracked: string, most: string) => (most ? `${tracked} dari ${most} dilacak` : `${tracked} dilacak`),
  },
  noAccounting: {
    en: 'Bytes and rates are not known: the kernel does not count them (nf_conntrack_acct is off).',
    id: 'Byte dan laju tidak diketahui: kernel tidak menghitungnya (nf_conntrack_acct mati).',
  },
  wan: { en: 'WAN', id: 'WAN' },
  client: { en: 'Client', id: 'Klien' },
  port: { en: 'Port', id: 'Port' },
  protocol: { en: 'Protocol', id: 'Protokol' },
  paused: {
    en: 'Not read again while many pages are loaded',
    id: 'Tidak dibaca ulang selama banyak halaman termuat',
  },
  readNow: { en: 'Read now', id: 'Baca sekarang' },
  noLeases: { en: 'No lease', id: 'Tidak ada lease' },
  noLeasesText: {
    en: 'Neither a WAN nor a LAN of this configuration uses DHCP.',
    id: 'Tidak ada WAN atau LAN di konfigurasi ini yang memakai DHCP.',
  },
  wanLeases: { en: 'Given to this router', id: 'Diterima router ini' },
  lanLeases: { en: 'Given by this router', id: 'Diberikan router ini' },
} as const satisfies Words;
