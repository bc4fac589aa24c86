import type { InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

interface Way {
  readonly from: string;
  readonly inTime: string;
  readonly last: string;
  readonly time: string;
}

const en = {
  ...common.en,
  title: 'Do shares follow a line whose rate changes in mid-run?',
  part: 'one line is slower for a while',
  oneLine: 'There is one line alone: nothing is shared.',
  settling: 'clients fetch more than the lines can',
  lowered: (isp: string) => `${isp} has a quarter of its rate`,
  raised: (isp: string) => `${isp} has its rate again`,
  stoodStill: (time: string) =>
    `This machine stood still for ${time} meanwhile (it was suspended, or has too much to do): run it again.`,
  changes: { lowered: 'a quarter of its rate', raised: 'its rate again' },
  finding: (isp: string, change: string, { from, inTime, last, time }: Way) =>
    `${isp} with ${change}: its share of new connections went from ${from} to ${inTime} within 30 s and to ${last} in the end (half of the way after ${time}).`,
  connectionsFound: (fetched: number, kept: number, broken: number) =>
    `${fetched} pages were fetched whole, ${kept} connections stayed open all the time; ${broken} of all were broken.`,
  halfAfter: (change: string) => `half of the way (${change})`,
  shareAfter: (isp: string, change: string, time: string) => `share of ${isp} ${time} after ${change}`,
  halfWay: (from: string, exact: string) =>
    `half of the way from ${from} to ${exact}, or within 5 points of it`,
  notFollowed: (isp: string, change: string, share: string) =>
    `The share of ${isp} did not follow: ${share} 30 s after ${change}.`,
  turns: (isp: string, change: string) => `the share of ${isp} turns back (${change})`,
  turned: (isp: string, change: string) =>
    `The share of ${isp} went to and fro though nothing changed any more (${change}).`,
  brokenConnections: 'connections that were broken',
  wereBroken: (count: number) => `${count} connections of clients were broken.`,
  table: (isp: string) => `Share of ${isp} after each change of its rate`,
  columns: {
    rate: 'change',
    before: 'before',
    inTime: 'after 30 s',
    end: 'in the end',
    exact: 'exact',
    half: 'half of the way',
  },
  figure: (isp: string) => `Share of ${isp} over time`,
  inForce: 'in force',
  ofConnections: 'of the connections opened in 5 s',
  markLowered: 'a quarter',
  markRaised: 'whole again',
  exactWhen: (change: string) => `exact with ${change}`,
  note: 'The bench gives every line 8 Mbit/s and a queue of 100 ms here, whatever its topology says. Eight clients for each line fetch pages of 150 kB from all servers, one after the other, which is more than the lines can. The exact share is what the line can as a part of what all can.',
};

/** Sentences of the shares experiment. */
export type SharesWords = typeof en;

const id: SharesWords = {
  ...common.id,
  title: 'Apakah bagian mengikuti jalur yang kecepatannya berubah di tengah jalan?',
  part: 'satu jalur lebih lambat untuk sementara',
  oneLine: 'Hanya ada satu jalur: tidak ada yang dibagi.',
  settling: 'klien mengambil lebih dari kemampuan jalur',
  lowered: isp => `${isp} memiliki seperempat kecepatannya`,
  raised: isp => `${isp} memiliki kecepatannya lagi`,
  stoodStill: time =>
    `Mesin ini berhenti selama ${time} di tengah pengukuran (tertidur, atau terlalu sibuk): jalankan sekali lagi.`,
  changes: { lowered: 'seperempat kecepatannya', raised: 'kecepatan penuh lagi' },
  finding: (isp, change, { from, inTime, last, time }) =>
    `${isp} dengan ${change}: bagiannya dari koneksi baru berubah dari ${from} ke ${inTime} dalam 30 detik dan ke ${last} pada akhirnya (setengah jalan setelah ${time}).`,
  connectionsFound: (fetched, kept, broken) =>
    `${fetched} halaman diambil utuh, ${kept} koneksi terbuka sepanjang waktu; ${broken} dari semuanya terputus.`,
  halfAfter: change => `setengah jalan (${change})`,
  shareAfter: (isp, change, time) => `bagian ${isp} ${time} setelah ${change}`,
  halfWay: (from, exact) => `setengah jalan dari ${from} ke ${exact}, atau paling jauh 5 poin darinya`,
  notFollowed: (isp, change, share) => `Bagian ${isp} tidak mengikuti: ${share} 30 detik setelah ${change}.`,
  turns: (isp, change) => `bagian ${isp} berbalik (${change})`,
  turned: (isp, change) => `Bagian ${isp} naik turun meskipun tidak ada lagi yang berubah (${change}).`,
  brokenConnections: 'koneksi yang terputus',
  wereBroken: count => `${count} koneksi klien terputus.`,
  table: isp => `Bagian ${isp} setelah setiap perubahan kecepatannya`,
  columns: {
    rate: 'perubahan',
    before: 'sebelumnya',
    inTime: 'setelah 30 detik',
    end: 'pada akhirnya',
    exact: 'tepat',
    half: 'setengah jalan',
  },
  figure: isp => `Bagian ${isp} dari waktu ke waktu`,
  inForce: 'yang berlaku',
  ofConnections: 'dari koneksi yang dibuka dalam 5 detik',
  markLowered: 'seperempat',
  markRaised: 'penuh lagi',
  exactWhen: change => `tepat dengan ${change}`,
  note: 'Di sini lab memberi setiap jalur 8 Mbit/s dan antrean 100 ms, apa pun isi topologinya. Delapan klien untuk setiap jalur mengambil halaman 150 kB dari semua server, satu demi satu: lebih dari kemampuan jalur. Bagian yang tepat adalah kemampuan jalur itu sebagai bagian dari kemampuan semua jalur.',
};

export const sharesWords: InEveryLanguage<SharesWords> = { en, id };
