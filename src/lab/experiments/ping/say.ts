import type { InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  title: 'How do pings fare when an ISP fails?',
  partAlone: 'the only ISP goes down and up',
  partBackup: 'the same with a second ISP',
  pinging: (address: string, isp: string) => `pinging ${address} by ${isp}`,
  unplugged: (isp: string) => `${isp} is unplugged`,
  pluggedIn: (isp: string) => `${isp} is plugged in again`,
  setups: { alone: 'only ISP', 'backed-up': 'two ISPs' },
  lostAlone: (isp: string, share: string) =>
    `With ${isp} alone, ${share} of the pings were lost while it was down.`,
  gapWithBackup: (isp: string, time: string) =>
    `With a second ISP, the pings by ${isp} had a gap of ${time}.`,
  answersAgain: (isp: string, setup: string) => `answers after ${isp} is up again (${setup})`,
  lostCheck: 'pings lost while the only ISP is down',
  gapCheck: 'gap with a second ISP',
  answeredBefore: (setup: string) => `pings that are answered before the fault (${setup})`,
  noneAnswered: (server: string) => `No ping to ${server} was answered, though nothing was broken yet.`,
  notAgain: (isp: string, setup: string) =>
    `Pings were not answered again after ${isp} was plugged in (${setup}).`,
  table: 'Pings to an internet host',
  columns: ['set-up', 'ISP', 'pings', 'answered'],
  loss: 'lost',
  time: 'mean time',
  jitter: 'jitter',
  tableNote: 'Pings on their way when the cable was pulled count with those sent while it was out.',
  lostMeasure: 'pings lost',
  phases: { up: 'up', down: 'down', 'up again': 'up again' },
  figure: (client: string, server: string, setup: string) => `Ping from ${client} to ${server}, ${setup}`,
  roundTrip: 'round trip',
  markUnplugged: (isp: string) => `${isp} unplugged`,
  markPluggedIn: 'plugged in',
  note: 'ICMP echo requests of 64 bytes, ten a second; an answer later than 1 s counts as lost.',
};

/** Sentences of the ping experiment. */
export type PingWords = typeof en;

const id: PingWords = {
  ...common.id,
  title: 'Bagaimana nasib ping ketika satu ISP gagal?',
  partAlone: 'satu-satunya ISP mati lalu hidup lagi',
  partBackup: 'hal yang sama dengan ISP kedua',
  pinging: (address, isp) => `ping ke ${address} lewat ${isp}`,
  unplugged: isp => `kabel ${isp} dicabut`,
  pluggedIn: isp => `kabel ${isp} dipasang lagi`,
  setups: { alone: 'satu ISP', 'backed-up': 'dua ISP' },
  lostAlone: (isp, share) => `Dengan ${isp} saja, ${share} ping hilang selama ISP itu mati.`,
  gapWithBackup: (isp, time) => `Dengan ISP kedua, ping lewat ${isp} terputus selama ${time}.`,
  answersAgain: (isp, setup) => `ada jawaban setelah ${isp} hidup lagi (${setup})`,
  lostCheck: 'ping yang hilang selama satu-satunya ISP mati',
  gapCheck: 'jeda dengan ISP kedua',
  answeredBefore: setup => `ping yang dijawab sebelum gangguan (${setup})`,
  noneAnswered: server => `Tidak ada ping ke ${server} yang dijawab, padahal belum ada yang rusak.`,
  notAgain: (isp, setup) => `Ping tidak dijawab lagi setelah ${isp} dipasang (${setup}).`,
  table: 'Ping ke host di internet',
  columns: ['susunan', 'ISP', 'ping', 'dijawab'],
  loss: 'hilang',
  time: 'waktu rata-rata',
  jitter: 'jitter',
  tableNote:
    'Ping yang sedang di jalan ketika kabel dicabut dihitung bersama yang dikirim selama kabel lepas.',
  lostMeasure: 'ping hilang',
  phases: { up: 'hidup', down: 'mati', 'up again': 'hidup lagi' },
  figure: (client, server, setup) => `Ping dari ${client} ke ${server}, ${setup}`,
  roundTrip: 'waktu bolak-balik',
  markUnplugged: isp => `${isp} dicabut`,
  markPluggedIn: 'dipasang lagi',
  note: 'Permintaan echo ICMP 64 byte, sepuluh per detik; jawaban setelah lebih dari 1 s dihitung hilang.',
};

export const pingWords: InEveryLanguage<PingWords> = { en, id };
