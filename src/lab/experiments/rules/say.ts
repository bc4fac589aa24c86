import type { InEveryLanguage } from '../../../text/index.ts';
import { trialWords } from '../trials/say.ts';

const en = {
  ...trialWords.en,
  title: 'Does each rule of the filter do what it says?',
  part: 'a packet to each rule that drops, rejects, or lets in from outside',
  none: 'The text has no rule that drops, rejects, or lets in from outside.',
  looking: 'looks for a packet for each rule',
  trying: (tried: number, all: number) => `${tried} of ${all} rules tried`,
  rule: (action: string, chain: string, comment: string) =>
    `${action} in ${chain}${comment === '' ? '' : ` "${comment}"`}`,
  fromLan: (port: string) => `a host on ${port}`,
  unreached:
    'the walk finds no first packet that comes to it: rules before it take them, or it is about later packets',
  letsNobodyIn: 'the walk finds no first packet from outside that it lets in',
  notInProgram: (why: string) => `the program on Linux does not have it: ${why}`,
};

/** Sentences of the rule experiment. */
export type RuleWords = typeof en;

const id: RuleWords = {
  ...trialWords.id,
  title: 'Apakah setiap aturan filter berbuat seperti tertulis?',
  part: 'satu paket untuk setiap aturan yang membuang, menolak, atau membolehkan masuk dari luar',
  none: 'Teks tidak memuat aturan yang membuang, menolak, atau membolehkan masuk dari luar.',
  looking: 'mencari paket untuk setiap aturan',
  trying: (tried, all) => `${tried} dari ${all} aturan dicoba`,
  rule: (action, chain, comment) => `${action} pada ${chain}${comment === '' ? '' : ` "${comment}"`}`,
  fromLan: port => `mesin pada ${port}`,
  unreached:
    'penelusuran tidak menemukan paket pertama yang sampai kepadanya: diambil aturan sebelumnya, atau ia tentang paket berikutnya',
  letsNobodyIn: 'penelusuran tidak menemukan paket pertama dari luar yang dibolehkannya masuk',
  notInProgram: why => `program di Linux tidak memilikinya: ${why}`,
};

export const ruleWords: InEveryLanguage<RuleWords> = { en, id };
