import { counted, type InEveryLanguage } from '../text/index.ts';

const en = {
  title: (name: string) => `Gateway ${name}`,
  head: (name: string, lasting: string, lines: string, outages: number) =>
    `${name}, the last ${lasting}: ${lines === '' ? 'nothing was measured' : lines}; ${counted(outages, 'outage')}.`,
  available: (line: string, part: string) => `${line} available ${part}`,
  columns: ['LINE', 'AVAILABLE', 'MEASURED', 'OUTAGES', 'DOWN', 'RTT', 'JITTER', 'LOSS', 'TIPHON'],
  carried: ['LINE', 'IN', 'IN MOST', 'OUT', 'OUT MOST', 'PROMISED', 'SHARE'],
  tiphon:
    'TIPHON (ETSI TR 101 329): mean of delay, jitter and loss, 4 very good, 3 good, 2 medium, 1 poor. Delay is the round trip, which is never less than one way.',
  shares:
    'PROMISED: what the configuration gave a line of new connections; SHARE: what was counted (only at the pace of jalur).',
  lines: 'How the lines were',
  traffic: 'What they carried',
  incidents: (shown: number, all: number) => `Longest outages (${shown} of ${all})`,
  incident: (id: string, lasting: string, why: string) => `${id}  ${lasting}  ${why}`,
  ongoing: 'still down',
  noIncidents: 'No line was down.',
  more: 'jalur incident ID has the story of one.',
  decisions: (count: number, median: string, slowest: string) =>
    `${counted(count, 'decision')} changed something; half took at most ${median}, the slowest ${slowest}.`,
  noDecisions: 'No decision changed anything.',
  configs: 'Configurations',
  config: (time: string, file: string, result: string, how: string, by: string | undefined) =>
    `${time}  ${file}: ${result} (${how}${by === undefined ? '' : ` by ${by}`})`,
  conditions: 'Raised conditions',
  times: (count: number) => counted(count, 'time'),
  noRing: 'No measurements are kept of this time.',
};

/** What became of a configuration, and how it came. */
const results: Readonly<Record<string, string>> = {
  'in-force': 'berlaku',
  'on-trial': 'masa percobaan',
  partly: 'berlaku sebagian',
  refused: 'ditolak',
};
const ways: Readonly<Record<string, string>> = {
  start: 'saat dimulai',
  reload: 'dibaca ulang',
  signal: 'dibaca ulang oleh sinyal',
  apply: 'diterapkan',
  confirm: 'dikonfirmasi',
  'rolled-back': 'dikembalikan',
};

const id: typeof en = {
  title: name => `Gateway ${name}`,
  head: (name, lasting, lines, outages) =>
    `${name}, ${lasting} terakhir: ${lines === '' ? 'tidak ada yang diukur' : lines}; ${outages} kali putus.`,
  available: (line, part) => `${line} tersedia ${part}`,
  columns: ['JALUR', 'TERSEDIA', 'TERUKUR', 'PUTUS', 'LAMA', 'RTT', 'JITTER', 'LOSS', 'TIPHON'],
  carried: ['JALUR', 'MASUK', 'PUNCAK', 'KELUAR', 'PUNCAK', 'JANJI', 'BAGIAN'],
  tiphon:
    'TIPHON (ETSI TR 101 329): rata-rata delay, jitter dan loss, 4 sangat baik, 3 baik, 2 sedang, 1 buruk. Delay di sini waktu bolak-balik, yang tidak pernah kurang dari satu arah.',
  shares:
    'JANJI: bagian koneksi baru yang diberikan konfigurasi; BAGIAN: yang dihitung (hanya dengan --pace jalur).',
  lines: 'Keadaan jalur',
  traffic: 'Yang dibawa',
  incidents: (shown, all) => `Putus terlama (${shown} dari ${all})`,
  incident: (name, lasting, why) => `${name}  ${lasting}  ${why}`,
  ongoing: 'masih mati',
  noIncidents: 'Tidak ada jalur yang mati.',
  more: 'jalur incident ID menceritakan salah satunya.',
  decisions: (count, median, slowest) =>
    `${count} keputusan mengubah sesuatu; separuhnya paling lama ${median}, yang terlama ${slowest}.`,
  noDecisions: 'Tidak ada keputusan yang mengubah sesuatu.',
  configs: 'Konfigurasi',
  config: (time, file, result, how, by) =>
    `${time}  ${file}: ${results[result] ?? result} (${ways[how] ?? how}${by === undefined ? '' : ` oleh ${by}`})`,
  conditions: 'Kondisi yang muncul',
  times: count => `${count} kali`,
  noRing: 'Tidak ada pengukuran yang tersimpan dari waktu ini.',
};

export const reportWords: InEveryLanguage<typeof en> = { en, id };
