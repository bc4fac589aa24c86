import type { Words } from './said.ts';

/** The first page. */
export const overviewWords = {
  wans: { en: 'WANs', id: 'WAN' },
  noWans: { en: 'No WAN is known', id: 'Tidak ada WAN yang dikenal' },
  noWansText: {
    en: 'The configuration has no uplink. State it with --wan where the text does not show it.',
    id: 'Konfigurasi tidak punya uplink. Sebutkan dengan --wan bila teks tidak menunjukkannya.',
  },
  topology: { en: 'Topology', id: 'Topologi' },
  topologyText: {
    en: (lines: string) => `LAN, gateway and WANs, with the rate on each link now. ${lines}`,
    id: (lines: string) => `LAN, gateway dan WAN, dengan laju tiap tautan sekarang. ${lines}`,
  },
  gatewayNode: { en: 'Gateway', id: 'Gateway' },
  internet: { en: 'Internet', id: 'Internet' },
  rtt: { en: 'RTT', id: 'RTT' },
  jitter: { en: 'Jitter', id: 'Jitter' },
  loss: { en: 'Loss', id: 'Hilang' },
  download: { en: 'Down', id: 'Unduh' },
  upload: { en: 'Up', id: 'Unggah' },
  ofLimit: {
    en: (rate: string, limit: string) => `${rate} of ${limit}`,
    id: (rate: string, limit: string) => `${rate} dari ${limit}`,
  },
  noLimit: { en: 'no limit stated', id: 'batas tidak disebut' },
  share: { en: 'Share of new connections', id: 'Bagian koneksi baru' },
  shareText: {
    en: (measured: string, promised: string) => `${measured} lately, ${promised} expected now`,
    id: (measured: string, promised: string) => `${measured} belakangan ini, seharusnya ${promised} sekarang`,
  },
  connections: { en: 'Connections', id: 'Koneksi' },
  since: { en: 'Since', id: 'Sejak' },
  lastOutage: { en: 'Last outage', id: 'Gangguan terakhir' },
  noOutage: { en: 'none recorded', id: 'tidak tercatat' },
  outageText: {
    en: (time: string, lasted: string) => `${time}, for ${lasted}`,
    id: (time: string, lasted: string) => `${time}, selama ${lasted}`,
  },
  gateway: { en: 'gateway', id: 'gateway' },
  noAddress: { en: 'no address', id: 'tanpa alamat' },
  takeDown: { en: 'Take down', id: 'Matikan' },
  giveBack: { en: 'Give back', id: 'Kembalikan' },
  takeDownTitle: { en: (line: string) => `Take ${line} down?`, id: (line: string) => `Matikan ${line}?` },
  takeDownText: {
    en: 'New connections leave by the other WANs; those that use it now have to connect again. It stays down until you give it back.',
    id: 'Koneksi baru keluar lewat WAN lain; yang memakainya mulai lagi. Tetap mati sampai dikembalikan.',
  },
  takeDownForce: {
    en: 'Also if it is the last one: then nothing reaches the Internet',
    id: 'Juga bila ini yang terakhir: lalu tidak ada yang mencapai Internet',
  },
  day: { en: 'Last 24 hours', id: '24 jam terakhir' },
  dayText: {
    en: (up: string, down: string) => (down ? `${up} up, down ${down}` : `${up} up`),
    id: (up: string, down: string) => (down ? `${up} hidup, mati ${down}` : `${up} hidup`),
  },
  dayUnknown: { en: 'nothing recorded', id: 'tidak ada catatan' },
  journal: { en: 'Journal', id: 'Jurnal' },
  dayUnread: { en: 'could not be read', id: 'tidak dapat dibaca' },
  noJournal: { en: 'Nothing has happened', id: 'Belum terjadi apa-apa' },
  noJournalText: {
    en: 'What the gateway decides and does is listed here as it happens.',
    id: 'Yang diputuskan dan dilakukan gateway tercatat di sini saat terjadi.',
  },
  allEvents: { en: 'Also small steps', id: 'Juga langkah kecil' },
  trouble: { en: 'Needs attention', id: 'Perlu perhatian' },
  whatToDo: { en: 'What to do', id: 'Yang dapat dilakukan' },
} as const satisfies Words;
