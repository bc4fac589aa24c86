import type { InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  title: 'Does the filter stop WannaCry, and nothing else?',
  part: 'attempts in both directions',
  outward: (isp: string) => `LAN to WAN by ${isp}`,
  inward: (isp: string) => `WAN to LAN by ${isp}`,
  finding: (blocked: number, all: number, counted: number) =>
    `${blocked} of ${all} attempts were blocked; the router's drop rules counted ${counted} packets.`,
  blockedAttempts: 'attempts that were blocked',
  counted: 'packets that drop rules counted',
  ports: (direction: string, protocol: string, ports: string) => `${direction}, ${protocol} ${ports}`,
  allBlocked: 'all blocked',
  allReceived: 'all received',
  notTried: 'not tried',
  wrong: (port: number, isp: string) => `not ${port} by ${isp}`,
  outwardAttempts: 'attempts of clients that reach the Internet',
  nothingOut: 'Nothing that a client sent reached the Internet: the router lets nothing out.',
  attempts: 'Attempts',
  attemptColumns: ['direction', 'ISP', 'protocol', 'port', 'the receiver saw'],
  sawNothing: 'nothing',
  saw: { tcp: 'a connection', udp: 'a datagram' },
  drops: 'Counters of the drop rules',
  dropColumns: ['rule', 'place', 'packets'],
  dropBytes: 'bytes',
  notes: [
    'An attempt is blocked where the receiver, which listens on that port, saw nothing: no connection, no datagram.',
    'Machines on one LAN reach each other without passing the router: no forward filter can keep a worm from spreading there.',
  ],
};

/** Sentences of the filter experiment. */
export type FilterWords = typeof en;

const id: FilterWords = {
  ...common.id,
  title: 'Apakah filter menghentikan WannaCry, dan hanya itu?',
  part: 'percobaan ke dua arah',
  outward: isp => `LAN ke WAN lewat ${isp}`,
  inward: isp => `WAN ke LAN lewat ${isp}`,
  finding: (blocked, all, counted) =>
    `${blocked} dari ${all} percobaan diblokir; aturan drop pada router menghitung ${counted} paket.`,
  blockedAttempts: 'percobaan yang diblokir',
  counted: 'paket yang dihitung aturan drop',
  ports: (direction, protocol, ports) => `${direction}, ${protocol} ${ports}`,
  allBlocked: 'semua diblokir',
  allReceived: 'semua diterima',
  notTried: 'tidak dicoba',
  wrong: (port, isp) => `tidak ${port} lewat ${isp}`,
  outwardAttempts: 'percobaan klien yang sampai di Internet',
  nothingOut: 'Tidak ada kiriman klien yang sampai di Internet: router tidak meloloskan apa pun keluar.',
  attempts: 'Percobaan',
  attemptColumns: ['arah', 'ISP', 'protokol', 'port', 'penerima melihat'],
  sawNothing: 'tidak ada',
  saw: { tcp: 'koneksi', udp: 'datagram' },
  drops: 'Penghitung aturan drop',
  dropColumns: ['aturan', 'tempat', 'paket'],
  dropBytes: 'byte',
  notes: [
    'Percobaan dinyatakan diblokir bila penerima, yang mendengarkan pada port itu, tidak melihat apa pun: tanpa koneksi, tanpa datagram.',
    'Mesin dalam satu LAN saling mencapai tanpa melewati router: tidak ada filter forward yang dapat mencegah penyebaran worm di sana.',
  ],
};

export const filterWords: InEveryLanguage<FilterWords> = { en, id };
