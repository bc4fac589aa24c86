import type { InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  title: 'What goodput and quality do the ISPs give?',
  partTo: (test: string, servers: string) => `${test} to ${servers}`,
  oneServer: 'one server',
  manyServers: 'many servers',
  idle: 'pinging without load',
  downloading: 'downloading',
  uploading: 'uploading',
  best: (test: string, down: string, up: string, utilisation: string) =>
    `With ${test}: ${down} download and ${up} upload${utilisation}.`,
  utilisation: (down: string, up: string) => `, ${down} and ${up} of the line rate`,
  row: (test: string, down: string, up: string) => `${test}: ${down} download, ${up} upload.`,
  test: (path: string, connections: string) => `${path}, ${connections}`,
  testTo: (path: string, connections: string, servers: string) => `${path}, ${connections} to ${servers}`,
  download: (test: string) => `download, ${test}`,
  upload: (test: string) => `upload, ${test}`,
  moreThanNothing: 'more than 0',
  nothingDown: (test: string) => `Nothing was downloaded: ${test}.`,
  nothingUp: (test: string) => `Nothing was uploaded: ${test}.`,
  speedTable: 'Speed tests; ping, jitter and loss during the download',
  path: 'path',
  downloadPart: 'download, of the line rate',
  uploadPart: 'upload, of the line rate',
  ping: 'ping',
  jitter: 'jitter',
  loss: 'loss',
  index: 'TIPHON index',
  category: 'TIPHON category',
  categories: {
    'very satisfying': 'very satisfying',
    satisfying: 'satisfying',
    'less satisfying': 'less satisfying',
    bad: 'bad',
  },
  markColumns: ['delay mark', 'jitter mark', 'loss mark'],
  speedNote:
    'Rates are goodput: TCP payload that arrived. A full frame of 1514 bytes carries 1448 bytes of it, so TCP can use at most 95.6 % of the line rate.',
  idleTable: 'Ping, jitter and loss without load',
  idleNote:
    'TIPHON (ETSI TR 101 329): marks 4 to 1 for delay (150, 300, 450 ms), jitter (0, 75, 125 ms) and loss (0, 3, 15 %); the index is their mean.',
  limitTable: 'Rate limits of the lines, and the measured rates',
  // As Winbox titles the limits.
  limitColumns: ['Upload Max Limit', 'Download Max Limit', 'measured upload', 'measured download'],
  limitNote: 'A dash: the line has no limit.',
  bars: 'Download, and the limit of the lines in use',
  goodput: 'goodput',
  timeline: (test: string) => `What passed the lines: ${test}`,
  rate: 'rate behind the limit, whole frames',
  seriesDown: (isp: string) => `${isp} download`,
  seriesUp: (isp: string) => `${isp} upload`,
  limit: (isp: string) => `limit of ${isp}`,
  markDownload: 'download',
  markUpload: 'upload',
  readingNote:
    'Lines over time are read every half second, behind the limit. What a busy machine holds up arrives together a moment later: then a dip and a peak stand side by side, and only their mean is the rate.',
  singleNote: 'One connection uses one line only, whichever method balances.',
  oneServerNote: (connections: number, share: string) =>
    `All ${connections} connections to one server reached ${share} of the line rate: both-addresses gives one client and one server one line, so a speed test against a single site, like the paper's (0.41 Mbit/s download, 0.53 upload), cannot show more than that line. The server was chosen among those reached by the fastest line.`,
  starvedNote: (tests: string) => `This machine was busy: the lab waited long for the CPU during ${tests}.`,
};

/** Sentences of the speed experiment. */
export type SpeedWords = typeof en;

const id: SpeedWords = {
  ...common.id,
  title: 'Berapa goodput dan mutu yang diberikan ISP?',
  partTo: (test, servers) => `${test} ke ${servers}`,
  oneServer: 'satu server',
  manyServers: 'banyak server',
  idle: 'ping tanpa beban',
  downloading: 'mengunduh',
  uploading: 'mengunggah',
  best: (test, down, up, utilisation) => `Dengan ${test}: unduh ${down} dan unggah ${up}${utilisation}.`,
  utilisation: (down, up) => `, ${down} dan ${up} dari laju saluran`,
  row: (test, down, up) => `${test}: unduh ${down}, unggah ${up}.`,
  test: (path, connections) => `${path}, ${connections}`,
  testTo: (path, connections, servers) => `${path}, ${connections} ke ${servers}`,
  download: test => `unduh, ${test}`,
  upload: test => `unggah, ${test}`,
  moreThanNothing: 'lebih dari 0',
  nothingDown: test => `Tidak ada yang terunduh: ${test}.`,
  nothingUp: test => `Tidak ada yang terunggah: ${test}.`,
  speedTable: 'Uji kecepatan; ping, jitter, dan loss selama pengunduhan',
  path: 'jalur',
  downloadPart: 'unduh, dari laju saluran',
  uploadPart: 'unggah, dari laju saluran',
  ping: 'ping',
  jitter: 'jitter',
  loss: 'loss',
  index: 'indeks TIPHON',
  category: 'kategori TIPHON',
  categories: {
    'very satisfying': 'sangat memuaskan',
    satisfying: 'memuaskan',
    'less satisfying': 'kurang memuaskan',
    bad: 'buruk',
  },
  markColumns: ['nilai delay', 'nilai jitter', 'nilai loss'],
  speedNote:
    'Laju adalah goodput: muatan TCP yang sampai. Satu frame penuh 1514 byte membawa 1448 byte muatan, jadi TCP paling banyak memakai 95,6 % dari laju saluran.',
  idleTable: 'Ping, jitter, dan loss tanpa beban',
  idleNote:
    'TIPHON (ETSI TR 101 329): nilai 4 sampai 1 untuk delay (150, 300, 450 ms), jitter (0, 75, 125 ms), dan loss (0, 3, 15 %); indeks adalah rata-ratanya.',
  limitTable: 'Batas laju saluran, dan laju yang terukur',
  limitColumns: ['Upload Max Limit', 'Download Max Limit', 'unggah terukur', 'unduh terukur'],
  limitNote: 'Tanda hubung: saluran tanpa batas.',
  bars: 'Unduhan, dan batas saluran yang dipakai',
  goodput: 'goodput',
  timeline: test => `Yang melewati saluran: ${test}`,
  rate: 'laju di balik batas, frame utuh',
  seriesDown: isp => `${isp} unduh`,
  seriesUp: isp => `${isp} unggah`,
  limit: isp => `batas ${isp}`,
  markDownload: 'unduh',
  markUpload: 'unggah',
  readingNote:
    'Garis terhadap waktu dibaca setiap setengah detik, di balik batas. Yang tertahan oleh mesin yang sibuk tiba bersama sesaat kemudian: lembah dan puncak berdampingan, dan hanya rata-ratanya yang merupakan laju.',
  singleNote: 'Satu koneksi hanya memakai satu saluran, apa pun metode pembagiannya.',
  oneServerNote: (connections, share) =>
    `Semua ${connections} koneksi ke satu server mencapai ${share} dari laju saluran: both-addresses memberi satu klien dan satu server satu saluran, jadi uji kecepatan terhadap satu situs, seperti pada makalah (unduh 0,41 Mbit/s, unggah 0,53), tidak dapat menunjukkan lebih dari saluran itu. Server dipilih di antara yang dicapai lewat saluran tercepat.`,
  starvedNote: tests => `Mesin ini sibuk: lab menunggu CPU terlalu lama selama ${tests}.`,
};

export const speedWords: InEveryLanguage<SpeedWords> = { en, id };
