import type { InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  title: 'Are names answered when an ISP fails?',
  none: 'The text serves no names, has one WAN only, or has its resolvers from lines that are dialled, which give none on a bench.',
  part: (isp: string) => `names while ${isp} is unplugged`,
  asking: 'asks for names',
  unplugged: (isp: string) => `${isp} is unplugged`,
  finding: (isp: string, outage: string) => `${isp} unplugged: ${outage}`,
  noResolver: 'clients are given no resolver',
  notBefore: 'no name was answered even before',
  noGap: 'every name is answered',
  after: (time: string) => `names are answered again after ${time}`,
  not: 'names are not answered any more',
  check: (isp: string, resolver: string) => `names by ${resolver} after ${isp} is unplugged`,
  before: (resolver: string) => `names by ${resolver} before anything is broken`,
  answered: 'answered',
  notAnswered: 'not answered',
  bracketed: (text: string, says: string) => `${text} (${says})`,
  or: ' or ',
  wrongBefore: 'Clients get no answer to their questions for names.',
  within: (isp: string) => `names after ${isp} is unplugged: time without an answer`,
  table: 'Names through a failover',
  columns: {
    isp: 'ISP unplugged',
    resolver: 'asked',
    gap: 'longest gap',
    restored: 'answered again after',
    lost: 'not answered',
    asked: 'of questions',
  },
  figure: (isp: string) => `Questions for names: ${isp} unplugged`,
  quantity: 'time to the answer',
  series: 'name',
  notes: [
    'One client asks its resolver every 10 ms, each time for another name, from another port, and waits 2 s for the answer: no cache can answer in the place of a server.',
  ],
};

/** Sentences of the name experiment. */
export type NameWords = typeof en;

const id: NameWords = {
  ...common.id,
  title: 'Apakah nama dijawab ketika satu ISP gagal?',
  none: 'Teks tidak melayani nama, hanya punya satu WAN, atau mendapat resolver dari saluran yang didial, yang di lab tidak memberi apa pun.',
  part: isp => `nama selama ${isp} tercabut`,
  asking: 'menanyakan nama',
  unplugged: isp => `${isp} dicabut`,
  finding: (isp, outage) => `${isp} dicabut: ${outage}`,
  noResolver: 'klien tidak diberi resolver',
  notBefore: 'sebelumnya pun tidak ada nama yang dijawab',
  noGap: 'setiap nama dijawab',
  after: time => `nama dijawab lagi setelah ${time}`,
  not: 'nama tidak dijawab lagi',
  check: (isp, resolver) => `nama dari ${resolver} setelah ${isp} dicabut`,
  before: resolver => `nama dari ${resolver} sebelum ada gangguan`,
  answered: 'dijawab',
  notAnswered: 'tidak dijawab',
  bracketed: (text, says) => `${text} (${says})`,
  or: ' atau ',
  wrongBefore: 'Klien tidak mendapat jawaban atas pertanyaan nama.',
  within: isp => `nama setelah ${isp} dicabut: waktu tanpa jawaban`,
  table: 'Nama melewati failover',
  columns: {
    isp: 'ISP dicabut',
    resolver: 'ditanya',
    gap: 'jeda terpanjang',
    restored: 'dijawab lagi setelah',
    lost: 'tidak dijawab',
    asked: 'dari pertanyaan',
  },
  figure: isp => `Pertanyaan nama: ${isp} dicabut`,
  quantity: 'waktu sampai jawaban',
  series: 'nama',
  notes: [
    'Satu klien bertanya kepada resolver-nya setiap 10 ms, setiap kali nama lain, dari port lain, dan menunggu jawaban 2 s: tidak ada cache yang dapat menjawab sebagai pengganti server.',
  ],
};

export const nameWords: InEveryLanguage<NameWords> = { en, id };
