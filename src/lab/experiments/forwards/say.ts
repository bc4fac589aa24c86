import { counted, type InEveryLanguage } from '../../../text/index.ts';
import { trialWords } from '../trials/say.ts';

const en = {
  ...trialWords.en,
  title: 'Do port forwards lead where they should, by each ISP?',
  part: 'a connection to each port forward by each ISP',
  none: 'The text has no port forward.',
  listening: (count: number) => `servers stand in behind ${counted(count, 'port forward')}`,
  calling: (isp: string) => `calls from outside by ${isp}`,
  notFromOutside: 'the walk finds no packet from outside that it translates',
  noServer: (protocol: string) => `no server stands in for ${protocol}`,
  noNetwork: (address: string) => `no network of the bench holds ${address}`,
};

/** Sentences of the port forward experiment. */
export type ForwardWords = typeof en;

const id: ForwardWords = {
  ...trialWords.id,
  title: 'Apakah port forward sampai ke tujuannya, lewat setiap ISP?',
  part: 'satu koneksi ke setiap port forward lewat setiap ISP',
  none: 'Teks tidak memuat port forward.',
  listening: count => `server pengganti di belakang ${count} port forward`,
  calling: isp => `panggilan dari luar lewat ${isp}`,
  notFromOutside: 'penelusuran tidak menemukan paket dari luar yang diterjemahkannya',
  noServer: protocol => `tidak ada server pengganti untuk ${protocol}`,
  noNetwork: address => `tidak ada jaringan di lab yang memuat ${address}`,
};

export const forwardWords: InEveryLanguage<ForwardWords> = { en, id };
