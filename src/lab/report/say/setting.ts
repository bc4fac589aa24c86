import type { InEveryLanguage } from '../../../text/index.ts';

const en = {
  bench: 'The bench',
  benchText:
    'Network namespaces on one machine, without any route out of it. Limits count whole Ethernet frames, so TCP can carry at most 95.6 % of them.',
  diagramText: (ports: string, lan: string, clients: number) =>
    `The router's ports ${ports} lead to the internet, ${lan} to ${clients} clients.`,
  internet: 'internet',
  servers: (count: number) => `${count} servers`,
  router: 'router under test',
  lanOn: (port: string) => `LAN on ${port}`,
  clients: (count: number) => `${count} clients`,
  byDhcp: 'addresses by DHCP',
  lines: 'Lines to the internet',
  lineColumns: [
    'ISP',
    'port',
    'network',
    'DHCP leases',
    'download',
    'upload',
    'delay, one way',
    'loss, each way',
  ],
  static: 'static',
  noLimit: 'no limit',
  environment: 'The environment',
  machine: 'Machine and programs',
  machineColumns: ['item', 'version or value'],
  system: 'system',
  processor: 'processor',
  memory: 'memory',
  privileges: 'privileges',
  congestion: 'TCP congestion control',
  parallel: 'labs in parallel',
  upTo: (count: number) => `up to ${count}`,
  accuracy: 'Accuracy of the emulated lines',
  accuracyColumns: ['property', 'configured', 'measured'],
  accuracyNote: 'Measured on this machine in this run, on an idle line.',
  noneMissing: 'No kernel feature that the lab uses is missing.',
  missing: 'Missing kernel features',
  missingColumns: ['feature', 'effect'],
};

/** Sentences about the bench and the machine that it ran on. */
export type SettingWords = typeof en;

const id: SettingWords = {
  bench: 'Susunan lab',
  benchText:
    'Network namespace pada satu mesin, tanpa rute keluar. Batas menghitung frame Ethernet utuh, jadi TCP paling banyak membawa 95,6 % darinya.',
  diagramText: (ports, lan, clients) =>
    `Port router ${ports} menuju internet, ${lan} menuju ${clients} klien.`,
  internet: 'internet',
  servers: count => `${count} server`,
  router: 'router yang diuji',
  lanOn: port => `LAN pada ${port}`,
  clients: count => `${count} klien`,
  byDhcp: 'alamat dari DHCP',
  lines: 'Saluran ke internet',
  lineColumns: [
    'ISP',
    'port',
    'jaringan',
    'lease DHCP',
    'unduh',
    'unggah',
    'delay, satu arah',
    'loss, tiap arah',
  ],
  static: 'statis',
  noLimit: 'tanpa batas',
  environment: 'Lingkungan',
  machine: 'Mesin dan program',
  machineColumns: ['butir', 'versi atau nilai'],
  system: 'sistem',
  processor: 'prosesor',
  memory: 'memori',
  privileges: 'hak akses',
  congestion: 'kendali kongesti TCP',
  parallel: 'lab yang berjalan bersamaan',
  upTo: count => `sampai ${count}`,
  accuracy: 'Ketelitian saluran tiruan',
  accuracyColumns: ['sifat', 'diatur', 'terukur'],
  accuracyNote: 'Diukur pada mesin ini dalam pelaksanaan ini, pada saluran kosong.',
  noneMissing: 'Tidak ada fitur kernel yang kurang.',
  missing: 'Fitur kernel yang kurang',
  missingColumns: ['fitur', 'akibat'],
};

export const settingWords: InEveryLanguage<SettingWords> = { en, id };
