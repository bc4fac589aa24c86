import { counted, type InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  title: 'Do connections spread over the ISPs as configured?',
  part: (connections: number) => `${connections} connections from all clients`,
  progress: (done: number, all: number) => `${done} of ${all} connections`,
  finding: (connections: number, destinations: number, shares: string) =>
    `Of ${connections} connections to ${destinations} servers: ${shares}.`,
  connectionsCheck: 'connections',
  destinationsCheck: 'destinations',
  connectionsBy: (isp: string) => `connections by ${isp}`,
  pValue: 'p of the chi-square test',
  idleBytes: (isp: string) => `bytes of ${isp} as a share of the LAN's`,
  onePair: 'connections of one client to one server',
  together: 'all by one ISP',
  spread: 'spread over several ISPs',
  noneThrough: 'no connection succeeded',
  failedConnections: 'connections that fail',
  manyFail: (failed: number, all: number) => `${failed} of ${all} connections of clients failed.`,
  carries: (isp: string, share: string) => `${isp} carries some of the ${share} that it is given`,
  idle: (isp: string, share: string, all: number) =>
    `${isp} carried none of ${all} connections, though the configuration gives it ${share} of them.`,
  table: 'Connections and bytes by ISP',
  columns: {
    connections: 'connections',
    share: 'share of the connections',
    expected: 'expected share',
    bytes: 'bytes, both directions',
    bytesShare: 'share of the bytes',
    onePair: 'one pair',
  },
  tableNote: (count: number, client: string, server: string) =>
    `"one pair": ${count} connections from ${client} to ${server}. The ISP of a connection follows from the source address that the server saw.`,
  figure: 'Share of the connections',
  pairNote:
    'With both-addresses all connections of one client to one server have the same hash: PCC cannot spread them, however many they are.',
  chiSquareNote: (pairs: number, statistic: string, degrees: number, p: string) =>
    `Chi-square over ${counted(pairs, 'pair')} of client and server: ${statistic} with ${counted(degrees, 'degree')} of freedom, p = ${p}.`,
};

/** Sentences of the balance experiment. */
export type BalanceWords = typeof en;

const id: BalanceWords = {
  ...common.id,
  title: 'Apakah koneksi tersebar ke ISP sesuai konfigurasi?',
  part: connections => `${connections} koneksi dari semua klien`,
  progress: (done, all) => `${done} dari ${all} koneksi`,
  finding: (connections, destinations, shares) =>
    `Dari ${connections} koneksi ke ${destinations} server: ${shares}.`,
  connectionsCheck: 'koneksi',
  destinationsCheck: 'tujuan',
  connectionsBy: isp => `koneksi lewat ${isp}`,
  pValue: 'p uji khi-kuadrat',
  idleBytes: isp => `byte lewat ${isp} sebagai bagian dari byte LAN`,
  onePair: 'koneksi satu klien ke satu server',
  together: 'semua lewat satu ISP',
  spread: 'tersebar ke beberapa ISP',
  noneThrough: 'tidak ada koneksi yang berhasil',
  failedConnections: 'koneksi yang gagal',
  manyFail: (failed, all) => `${failed} dari ${all} koneksi klien gagal.`,
  carries: (isp, share) => `${isp} membawa sebagian dari ${share} yang diberikan kepadanya`,
  idle: (isp, share, all) =>
    `${isp} tidak membawa satu pun dari ${all} koneksi, padahal konfigurasi memberinya ${share}.`,
  table: 'Koneksi dan byte per ISP',
  columns: {
    connections: 'koneksi',
    share: 'bagian koneksi',
    expected: 'bagian yang diharapkan',
    bytes: 'byte, dua arah',
    bytesShare: 'bagian byte',
    onePair: 'satu pasangan',
  },
  tableNote: (count, client, server) =>
    `"satu pasangan": ${count} koneksi dari ${client} ke ${server}. ISP sebuah koneksi diketahui dari alamat sumber yang dilihat server.`,
  figure: 'Bagian koneksi',
  pairNote:
    'Dengan both-addresses semua koneksi satu klien ke satu server memiliki hash yang sama: PCC tidak dapat menyebarkannya, berapa pun jumlahnya.',
  chiSquareNote: (pairs, statistic, degrees, p) =>
    `Khi-kuadrat atas ${pairs} pasangan klien dan server: ${statistic} dengan derajat kebebasan ${degrees}, p = ${p}.`,
};

export const balanceWords: InEveryLanguage<BalanceWords> = { en, id };
