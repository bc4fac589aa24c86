import type { InEveryLanguage } from '../../../text/index.ts';
import { trialWords } from '../trials/say.ts';

const en = {
  ...trialWords.en,
  title: 'Is what comes in by an ISP answered by that ISP?',
  part: 'a connection from outside to the router by each ISP',
  none: 'The text sends nothing to a table of its own.',
  calling: (isp: string) => `calls the router from outside by ${isp}`,
  toRouter: (protocol: string, port: string, tables: string) =>
    `${protocol} to the router on ${port}${tables === '' ? '' : `, default route of ${tables}`}`,
  closed: (isp: string) => `the text lets nobody in by ${isp} who would be answered`,
};

/** Sentences of the return experiment. */
export type ReturnWords = typeof en;

const id: ReturnWords = {
  ...trialWords.id,
  title: 'Apakah yang masuk lewat satu ISP dijawab lewat ISP itu?',
  part: 'satu koneksi dari luar ke router lewat setiap ISP',
  none: 'Teks tidak mengirim apa pun ke tabelnya sendiri.',
  calling: isp => `memanggil router dari luar lewat ${isp}`,
  toRouter: (protocol, port, tables) =>
    `${protocol} ke router pada ${port}${tables === '' ? '' : `, rute default ${tables}`}`,
  closed: isp => `teks tidak membolehkan siapa pun masuk lewat ${isp} yang akan dijawab`,
};

export const returnWords: InEveryLanguage<ReturnWords> = { en, id };
