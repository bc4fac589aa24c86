import { counted, type InEveryLanguage } from '../../text/index.ts';

const en = {
  planned: (parts: number, parallel: number) => `${counted(parts, 'part')}, up to ${parallel} at a time`,
  started: 'started',
  done: 'done',
  failed: (why: string) => `failed: ${why}`,
  verdict: { pass: 'pass', measured: 'measured', reproduced: 'defect reproduced', fail: 'fail' },
  run: (index: number, of: number) => `(run ${index} of ${of})`,
  building: 'building its lab',
  nearlyDone: 'nearly done',
  left: (time: string) => `at most ${time} left`,
  total: (done: number, all: number, elapsed: string, end: string) =>
    `${done} of ${all} parts, ${elapsed} elapsed, ${end}`,
  columns: ['verdict', 'experiment', 'duration', 'finding'],
  check: (what: string, measured: string, expected: string) => `${what}: ${measured} (expected: ${expected})`,
  failedChecks: 'Checks that failed:',
  standIns: 'Stand-ins on the bench:',
  notRun: 'Not run on the bench:',
  interrupted: 'Stopped; nothing of the lab remains.\n',
  written: (files: readonly string[]) => `\nWritten: ${files.join(' and ')}\n`,
  drawing: 'Drawing PNG files with Chromium, about a second each …\n',
  bringingUp: (name: string) => `Bringing up the bench of ${name} …\n`,
  kept: (name: string) => `The bench of ${name} is up.`,
  keptColumns: ['machine', 'command for a shell in it'],
  keptUntil: 'It stays until Ctrl-C. In another terminal: jalur lab fault unplug isp1, jalur lab repair.\n',
  noneKept: 'no lab is kept up; jalur lab up PATH, in another terminal, keeps one',
  severalKept: (names: string) => `several labs are kept up; name one with --lab: ${names}`,
  noSuchLab: (names: string) => `no lab of that name is kept up: ${names}`,
  noFault: (name: string, all: string) => `there is no fault ${name}: ${all}`,
  needsBalance: (name: string, balance: string) => `experiment ${name} needs --balance ${balance}.`,
  inEffect: (lab: string, faults: string) =>
    faults === '' ? `${lab}: no fault is in effect.\n` : `${lab}: in effect: ${faults}.\n`,
  keptGone: '\nThe bench is down; nothing of it remains.\n',
  pages: (url: string, password: string) =>
    `\nIts pages: ${url}\n           (logged in as admin, with the password ${password}, which holds as long as they are served)\n`,
  offer: (command: string) => `See it live, pull its cables: ${command}\n`,
  portTaken: (port: number) => `the port ${port} is taken: end who has it, or take another one with --port`,
  begin: "The paper's gateway and its repaired version, every experiment on both:\n",
  report: (file: string, url: string) => `Report: ${file}\n        ${url}\n`,
};

/** What lab commands print while they run and at the end. */
export type LabWords = typeof en;

const id: LabWords = {
  planned: (parts, parallel) => `${parts} bagian, sampai ${parallel} sekaligus`,
  started: 'dimulai',
  done: 'selesai',
  failed: why => `gagal: ${why}`,
  verdict: { pass: 'lulus', measured: 'terukur', reproduced: 'cacat terulang', fail: 'gagal' },
  run: (index, of) => `(pelaksanaan ${index} dari ${of})`,
  building: 'membangun lab',
  nearlyDone: 'hampir selesai',
  left: time => `paling lama ${time} lagi`,
  total: (done, all, elapsed, end) => `${done} dari ${all} bagian, ${elapsed} berlalu, ${end}`,
  columns: ['putusan', 'percobaan', 'lama', 'temuan'],
  check: (what, measured, expected) => `${what}: ${measured} (harapan: ${expected})`,
  failedChecks: 'Pemeriksaan yang gagal:',
  standIns: 'Pengganti di lab:',
  notRun: 'Tidak dijalankan di lab:',
  interrupted: 'Dihentikan; tidak ada sisa lab.\n',
  written: files => `\nDitulis: ${files.join(' dan ')}\n`,
  drawing: 'Menggambar berkas PNG dengan Chromium, kira-kira satu detik per berkas …\n',
  bringingUp: name => `Membangun lab ${name} …\n`,
  kept: name => `Lab ${name} sudah berjalan.`,
  keptColumns: ['mesin', 'perintah untuk shell di dalamnya'],
  keptUntil:
    'Lab tetap berjalan sampai Ctrl-C. Di terminal lain: jalur lab fault unplug isp1, jalur lab repair.\n',
  noneKept: 'tidak ada lab yang berjalan; jalur lab up PATH, di terminal lain, menjalankannya',
  severalKept: names => `beberapa lab berjalan; sebut satu dengan --lab: ${names}`,
  noSuchLab: names => `tidak ada lab dengan nama itu yang berjalan: ${names}`,
  noFault: (name, all) => `tidak ada gangguan ${name}: ${all}`,
  needsBalance: (name, balance) => `percobaan ${name} memerlukan --balance ${balance}.`,
  inEffect: (lab, faults) =>
    faults === '' ? `${lab}: tidak ada gangguan.\n` : `${lab}: gangguan: ${faults}.\n`,
  keptGone: '\nLab sudah berhenti; tidak ada sisanya.\n',
  pages: (url, password) =>
    `\nHalamannya: ${url}\n            (masuk sebagai admin, kata sandi ${password}, berlaku selama halaman disajikan)\n`,
  offer: command => `Lihat langsung, cabut kabelnya: ${command}\n`,
  portTaken: port => `port ${port} sudah dipakai: hentikan pemakainya, atau pilih yang lain dengan --port`,
  begin: 'Gateway pada makalah dan versi perbaikannya, setiap percobaan pada keduanya:\n',
  report: (file, url) => `Laporan: ${file}\n         ${url}\n`,
};

export const labWords: InEveryLanguage<LabWords> = { en, id };
