import { counted, type InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  trialColumns: ['what', 'from', 'the text says', 'the kernel shows'],
  trials: 'Trials',
  trialsMade: 'trials',
  trialsAsSaid: 'trials as the text says',
  leftOut: 'Not tried',
  leftOutColumns: ['what', 'statement', 'why'],
  fromOutside: (isp: string) => `a host behind ${isp}`,
  reached: 'arrives',
  notReached: 'does not arrive',
  answeredBy: (isp: string) => `answered by ${isp}`,
  goesBy: (isp: string) => `by ${isp}`,
  counted: (packets: number) => `the rule counted ${counted(packets, 'packet')}`,
  noCounter: 'no counter of the rule was found',
  or: ' or ',
  bracketed: (text: string, says: string) => `${text} (${says})`,
  onRouteros: (says: string) => `RouterOS does something else: ${says}`,
  asSaid: (count: number, all: number) =>
    count === all
      ? `${counted(all, 'trial')}, each as the text says`
      : `${count} of ${counted(all, 'trial')} as the text says`,
  arrived: (count: number) => `${count} arrived`,
  not: (count: number) => `${count} did not, as the text has it`,
  differs: (what: string, from: string, expected: string, seen: string) =>
    `${what}, from ${from}: the walk of the text says that it ${expected}, the kernel shows that it ${seen}.`,
  answeredAsItCame: (what: string) => `${what}: answered by the ISP that it came in by`,
  astray: (what: string, isp: string, other: string) =>
    `${what}: what comes in by ${isp} is answered by ${other}, so nobody out there gets the answer.`,
  notTried: (count: number) => `${count} not tried: see the table`,
  sample: (tried: number, all: number) => `${tried} of ${all} are tried, from all over the text`,
  notInSample: 'not in the sample',
  verdictIs:
    'Each row is a connection or a packet that was really sent. What is expected is the walk of the same text (jalur explain); a difference is a failure.',
};

/** Sentences of the experiments that try what the text asks for. */
export type TrialWords = typeof en;

const id: TrialWords = {
  ...common.id,
  trialColumns: ['apa', 'dari', 'menurut teks', 'ditunjukkan kernel'],
  trials: 'Percobaan',
  trialsMade: 'uji coba',
  trialsAsSaid: 'uji coba seperti kata teks',
  leftOut: 'Tidak dicoba',
  leftOutColumns: ['apa', 'pernyataan', 'mengapa'],
  fromOutside: isp => `mesin di balik ${isp}`,
  reached: 'sampai',
  notReached: 'tidak sampai',
  answeredBy: isp => `dijawab lewat ${isp}`,
  goesBy: isp => `lewat ${isp}`,
  counted: packets => `aturan menghitung ${packets} paket`,
  noCounter: 'pencacah aturan tidak ditemukan',
  or: ' atau ',
  bracketed: (text, says) => `${text} (${says})`,
  onRouteros: says => `RouterOS berbuat lain: ${says}`,
  asSaid: (count, all) =>
    count === all
      ? `${all} uji coba, semuanya sesuai dengan teks`
      : `${count} dari ${all} uji coba sesuai dengan teks`,
  arrived: count => `${count} sampai`,
  not: count => `${count} tidak, sesuai teks`,
  differs: (what, from, expected, seen) =>
    `${what}, dari ${from}: menurut penelusuran teks ${expected}, kernel menunjukkan ${seen}.`,
  answeredAsItCame: what => `${what}: dijawab lewat ISP tempat ia masuk`,
  astray: (what, isp, other) =>
    `${what}: yang masuk lewat ${isp} dijawab lewat ${other}, sehingga jawabannya tidak sampai ke siapa pun di luar.`,
  notTried: count => `${count} tidak dicoba: lihat tabel`,
  sample: (tried, all) => `${tried} dari ${all} dicoba, dari seluruh teks`,
  notInSample: 'tidak termasuk sampel',
  verdictIs:
    'Setiap baris adalah koneksi atau paket yang benar-benar dikirim. Yang diharapkan ialah penelusuran teks yang sama (jalur explain); perbedaan berarti gagal.',
};

export const trialWords: InEveryLanguage<TrialWords> = { en, id };
