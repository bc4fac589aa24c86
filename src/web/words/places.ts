import type { Words } from './said.ts';

/** Names of the pages. Tables keep the names that Winbox gives them. */
export const placeWords = {
  overview: { en: 'Overview', id: 'Ringkasan' },
  health: { en: 'Health', id: 'Kesehatan' },
  incidents: { en: 'Incidents', id: 'Gangguan' },
  interfaces: { en: 'Interfaces', id: 'Antarmuka' },
  routes: { en: 'Routes', id: 'Rute' },
  mangle: { en: 'Mangle', id: 'Mangle' },
  nat: { en: 'NAT', id: 'NAT' },
  filter: { en: 'Filter', id: 'Filter' },
  queues: { en: 'Queues', id: 'Antrean' },
  connections: { en: 'Connections', id: 'Koneksi' },
  leases: { en: 'Leases', id: 'Lease' },
  explain: { en: 'Explain', id: 'Jelaskan' },
  findings: { en: 'Prove and lint', id: 'Uji dan periksa' },
  spread: { en: 'Spread', id: 'Pembagian' },
  config: { en: 'Configuration', id: 'Konfigurasi' },
  lab: { en: 'Lab', id: 'Lab' },
  settings: { en: 'Settings', id: 'Pengaturan' },
  now: { en: 'Now', id: 'Sekarang' },
  traffic: { en: 'Tables', id: 'Tabel' },
  ask: { en: 'Ask', id: 'Tanya' },
  change: { en: 'Change', id: 'Ubah' },
} as const satisfies Words;
