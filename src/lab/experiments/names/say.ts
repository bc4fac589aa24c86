import type { InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  title: 'Are names answered when an ISP fails?',
  none: 'The text serves no names, has one WAN only, or has its resolvers from lines that are dialled, which give none on a bench.',
  part: (fault: string) => `names: ${fault}`,
  asking: 'asks for names',
  finding: (fault: string, outage: string) => `${fault}: ${outage}`,
  noResolver: 'clients are given no resolver',
  notBefore: 'no name was answered even before',
  noGap: 'every name is answered',
  after: (time: string) => `names are answered again after ${time}`,
  not: 'names are not answered any more',
  check: (fault: string, resolver: string) => `${fault}: names by ${resolver}`,
  before: (fault: string, resolver: string) => `${fault}: names by ${resolver} before anything is broken`,
  answered: 'answered',
  notAnswered: 'not answered',
  bracketed: (text: string, says: string) => `${text} (${says})`,
  or: ' or ',
  wrongBefore: 'Clients get no answer to their questions for names.',
  within: (fault: string) => `${fault}: time without an answer`,
  table: 'Names through a failover',
  columns: {
    isp: 'ISP',
    fault: 'fault',
    resolver: 'asked',
    gap: 'longest gap',
    restored: 'answered again after',
    lost: 'not answered',
    asked: 'of questions',
    lostBefore: 'not answered before',
  },
  figure: (fault: string) => `Questions for names: ${fault}`,
  quantity: 'time to the answer',
  series: 'name',
  notes: [
    'One client asks its resolver every 10 ms, each time for another name, from another port, and waits 2 s for the answer: no cache can answer in the place of a server.',
    'unplug: the cable is pulled. blackhole: the ISP forwards nothing behind a modem that still answers. gateway-dead: that answers nothing either. Not answered: questions on their way when the fault came, and later ones; the legend of a figure counts those before as well.',
  ],
};

/** Sentences of the name experiment. */
export type NameWords = typeof en;

const id: NameWords = {
  ...common.id,
  title: 'Apakah nama dijawab ketika satu ISP gagal?',
  none: 'Teks tidak melayani nama, hanya punya satu WAN, atau mendapat resolver dari saluran yang didial, yang di lab tidak memberi apa pun.',
  part: fault => `nama: ${fault}`,
  asking: 'menanyakan nama',
  finding: (fault, outage) => `${fault}: ${outage}`,
  noResolver: 'klien tidak diberi resolver',
  notBefore: 'sebelumnya pun tidak ada nama yang dijawab',
  noGap: 'setiap nama dijawab',
  after: time => `nama dijawab lagi setelah ${time}`,
  not: 'nama tidak dijawab lagi',
  check: (fault, resolver) => `${fault}: nama dari ${resolver}`,
  before: (fault, resolver) => `${fault}: nama dari ${resolver} sebelum ada gangguan`,
  answered: 'dijawab',
  notAnswered: 'tidak dijawab',
  bracketed: (text, says) => `${text} (${says})`,
  or: ' atau ',
  wrongBefore: 'Klien tidak mendapat jawaban atas pertanyaan nama.',
  within: fault => `${fault}: waktu tanpa jawaban`,
  table: 'Nama melewati failover',
  columns: {
    isp: 'ISP',
    fault: 'gangguan',
    resolver: 'ditanya',
    gap: 'jeda terpanjang',
    restored: 'dijawab lagi setelah',
    lost: 'tidak dijawab',
    asked: 'dari pertanyaan',
    lostBefore: 'tidak dijawab sebelumnya',
  },
  figure: fault => `Pertanyaan nama: ${fault}`,
  quantity: 'waktu sampai jawaban',
  series: 'nama',
  notes: [
    'Satu klien bertanya kepada resolver-nya setiap 10 ms, setiap kali nama lain, dari port lain, dan menunggu jawaban 2 s: tidak ada cache yang dapat menjawab sebagai pengganti server.',
    'unplug: kabel dicabut. blackhole: ISP tidak meneruskan apa pun di belakang modem yang masih menjawab. gateway-dead: modem itu pun tidak menjawab. Tidak dijawab: pertanyaan yang sedang di jalan ketika gangguan datang, dan yang sesudahnya; legenda gambar menghitung juga yang sebelumnya.',
  ],
};

export const nameWords: InEveryLanguage<NameWords> = { en, id };
