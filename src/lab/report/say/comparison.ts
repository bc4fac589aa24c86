import { counted, type InEveryLanguage } from '../../../text/index.ts';

const en = {
  pageTitle: 'jalur: comparison of the configurations',
  eyebrow: 'jalur lab report, comparison',
  footer: 'Every figure was measured in this run. Repeat it with',
  wholeReport: (name: string) => `${name}: full report`,
  overview: 'Overview',
  traffic: 'Shares of the traffic',
  whenFails: 'When an ISP fails',
  speed: 'Speed and quality',
  notMeasured: (name: string) => `${name}: balance was not measured`,
  leavesIdle: (name: string, isps: readonly string[]) => `${name} leaves ${isps.join(' and ')} idle`,
  spreads: (name: string, shares: string) => `${name} spreads connections ${shares}`,
  findings: 'Findings',
  experiment: 'experiment',
  findingsNote:
    '✓: as expected of that configuration; !: what was expected of it, and reproduced, is a defect; ·: measured; ✗: not as it should be.',
  shares: 'Shares of the ISPs',
  shareColumns: {
    configuration: 'configuration',
    connections: 'connections',
    connectionShare: 'share of the connections',
    byteShare: 'share of the bytes',
  },
  shareFigure: (name: string) => `${name}: share of the connections`,
  whyIdle: (isps: readonly string[], name: string) =>
    `Why ${isps.join(' and ')} ${isps.length === 1 ? 'is' : 'are'} idle in ${name}`,
  idleColumns: ['default route by', 'table', 'statement', 'why it is inactive'],
  byDhcp: 'by DHCP',
  idleNote:
    'Where a table has no active route, the look-up continues in main: connections marked for it leave by the ISP of main.',
  failover: 'Effect of a failing ISP',
  fault: 'fault',
  restored: 'restored after',
  pingsLost: 'pings lost',
  tcpBroken: 'TCP broken or stalled',
  never: 'never',
  failoverNote:
    'unplug: the cable is pulled. blackhole: the ISP forwards nothing behind a modem that still answers. Restored: when pings, each a flow of its own, are answered again; 0: they had no gap. Pings lost: those on their way when the fault came, and later ones.',
  speedTests: 'Speed tests',
  down: 'download',
  up: 'upload',
  ping: 'ping',
  speedNote: 'Goodput: TCP payload that arrived. The ping ran during the download.',
  path: 'path',
  pathOf: (path: string, connections: number, servers: number | undefined) =>
    `${path === 'balanced' ? 'all ISPs' : `${path.toUpperCase()} only`}, ${counted(connections, 'connection')}${servers === undefined ? '' : ` to ${counted(servers, 'server')}`}`,
  partOfRate: 'part of the line rate',
  utilisation: 'Utilisation of all lines by many connections to many servers',
};

/** Sentences about several runs. */
export type ComparisonWords = typeof en;

const id: ComparisonWords = {
  pageTitle: 'jalur: perbandingan konfigurasi',
  eyebrow: 'laporan lab jalur, perbandingan',
  footer: 'Setiap angka diukur dalam pelaksanaan ini. Ulangi dengan',
  wholeReport: name => `${name}: laporan lengkap`,
  overview: 'Ringkasan',
  traffic: 'Bagian lalu lintas',
  whenFails: 'Ketika satu ISP gagal',
  speed: 'Kecepatan dan mutu',
  notMeasured: name => `${name}: keseimbangan tidak diukur`,
  leavesIdle: (name, isps) => `${name} membiarkan ${isps.join(' dan ')} menganggur`,
  spreads: (name, shares) => `${name} membagi koneksi ${shares}`,
  findings: 'Temuan',
  experiment: 'percobaan',
  findingsNote:
    '✓: sesuai harapan untuk konfigurasi itu; !: yang diharapkan, dan terulang, adalah cacat; ·: terukur; ✗: tidak seperti seharusnya.',
  shares: 'Bagian setiap ISP',
  shareColumns: {
    configuration: 'konfigurasi',
    connections: 'koneksi',
    connectionShare: 'bagian koneksi',
    byteShare: 'bagian byte',
  },
  shareFigure: name => `${name}: bagian koneksi`,
  whyIdle: (isps, name) => `Mengapa ${isps.join(' dan ')} menganggur pada ${name}`,
  idleColumns: ['rute default lewat', 'tabel', 'pernyataan', 'mengapa tidak aktif'],
  byDhcp: 'dari DHCP',
  idleNote:
    'Bila sebuah tabel tidak memiliki rute aktif, pencarian berlanjut di main: koneksi yang ditandai untuknya keluar lewat ISP milik main.',
  failover: 'Pengaruh kegagalan satu ISP',
  fault: 'gangguan',
  restored: 'pulih setelah',
  pingsLost: 'ping hilang',
  tcpBroken: 'TCP putus atau macet',
  never: 'tidak pernah',
  failoverNote:
    'unplug: kabel dicabut. blackhole: ISP tidak meneruskan apa pun di balik modem yang masih menjawab. Pulih: saat ping, masing-masing satu aliran sendiri, dijawab lagi; 0: tanpa jeda. Ping hilang: yang sedang di jalan ketika gangguan datang, dan yang sesudahnya.',
  speedTests: 'Uji kecepatan',
  down: 'unduh',
  up: 'unggah',
  ping: 'ping',
  speedNote: 'Goodput: muatan TCP yang sampai. Ping berjalan selama pengunduhan.',
  path: 'jalur',
  pathOf: (path, connections, servers) =>
    `${path === 'balanced' ? 'semua ISP' : `hanya ${path.toUpperCase()}`}, ${connections} koneksi${servers === undefined ? '' : ` ke ${servers} server`}`,
  partOfRate: 'bagian dari laju saluran',
  utilisation: 'Pemakaian semua saluran oleh banyak koneksi ke banyak server',
};

export const comparisonWords: InEveryLanguage<ComparisonWords> = { en, id };
