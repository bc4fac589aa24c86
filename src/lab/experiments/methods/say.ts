import { counted, type InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  title: 'How does each method spread traffic, and at what cost?',
  connecting: (count: number) => `${count} connections`,
  sessions: 'sessions of several connections',
  fullLines: 'downloads that fill the lines',
  noPcc: 'The configuration has no PCC rules to replace.',
  rejected: (why: string) => `The gateway rejected the configuration: ${why}`,
  finding: (used: number, all: number, split: string) =>
    `${used} of ${all} methods use more than one ISP; ${split}.`,
  nothingToCompare: (why: string) => `No method was measured. ${why}`,
  splitBy: (methods: string) => `sessions are split by ${methods}`,
  noSplit: 'no method splits sessions',
  connectionsBy: (method: string, isp: string) => `${method}: connections by ${isp}`,
  sessionsCheck: (method: string) => `${method}: sessions`,
  kept: 'kept by one ISP',
  split: 'split over ISPs',
  table: 'Methods on the same traffic; download, ping, jitter and loss with 16 downloads from 16 servers',
  method: 'method',
  countColumns: ['sessions split', 'long TCP broken'],
  download: 'download',
  ping: 'ping',
  jitter: 'jitter',
  loss: 'loss',
  index: 'TIPHON index',
  tableNote: (sessions: number, held: number) =>
    `ISP: its share of the connections. Of ${counted(sessions, 'session')} and ${counted(held, 'long TCP connection')} with each method.`,
  notes: [
    'Every method is given the same traffic: the same clients, servers, connections and downloads, in a lab of its own.',
    'A session is four connections of one client to one server, one after the other; it is split where the server saw more than one source address, which ends logins that are bound to an address.',
  ],
};

/** Sentences of the methods experiment. */
export type MethodsWords = typeof en;

const id: MethodsWords = {
  ...common.id,
  title: 'Bagaimana setiap metode menyebarkan lalu lintas, dan apa biayanya?',
  connecting: count => `${count} koneksi`,
  sessions: 'sesi dengan beberapa koneksi',
  fullLines: 'unduhan yang memenuhi saluran',
  noPcc: 'Konfigurasi ini tidak memiliki aturan PCC untuk diganti.',
  rejected: why => `Gateway menolak konfigurasi: ${why}`,
  finding: (used, all, split) => `${used} dari ${all} metode memakai lebih dari satu ISP; ${split}.`,
  nothingToCompare: why => `Tidak ada metode yang diukur. ${why}`,
  splitBy: methods => `sesi dipecah oleh ${methods}`,
  noSplit: 'tidak ada metode yang memecah sesi',
  connectionsBy: (method, isp) => `${method}: koneksi lewat ${isp}`,
  sessionsCheck: method => `${method}: sesi`,
  kept: 'tetap pada satu ISP',
  split: 'dipecah ke beberapa ISP',
  table: 'Metode pada lalu lintas yang sama; unduh, ping, jitter, dan loss dengan 16 unduhan dari 16 server',
  method: 'metode',
  countColumns: ['sesi dipecah', 'TCP panjang putus'],
  download: 'unduh',
  ping: 'ping',
  jitter: 'jitter',
  loss: 'loss',
  index: 'indeks TIPHON',
  tableNote: (sessions, held) =>
    `ISP: bagiannya dari koneksi. Dari ${sessions} sesi dan ${held} koneksi TCP panjang dengan setiap metode.`,
  notes: [
    'Setiap metode menerima lalu lintas yang sama: klien, server, koneksi, dan unduhan yang sama, dalam lab tersendiri.',
    'Sesi adalah empat koneksi satu klien ke satu server, satu demi satu; sesi dipecah bila server melihat lebih dari satu alamat sumber, yang mengakhiri login yang terikat pada alamat.',
  ],
};

export const methodsWords: InEveryLanguage<MethodsWords> = { en, id };
