import type { ChangeReply } from '../../gateway/index.ts';
import { counted, type InEveryLanguage, type Language } from '../../text/index.ts';

const en = {
  changes: (count: number) => `; ${counted(count, 'change')}:`,
  inForce: (file: string) => `${file} is in force`,
  unchanged: '; nothing had to change.',
  inPart: (file: string) => `${file} is taken, but not all of it is in force`,
  refuses: 'The machine refuses, and is asked again each second:',
};

const id: typeof en = {
  changes: count => `; ${count} perubahan:`,
  inForce: file => `${file} berlaku`,
  unchanged: '; tidak ada yang perlu diubah.',
  inPart: file => `${file} diterima, tetapi tidak semuanya berlaku`,
  refuses: 'Mesin menolak, dan dicoba lagi setiap detik:',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What became of a configuration that was taken, for people. */
export function changeText({ file, changes, refused }: ChangeReply, language: Language = 'en'): string {
  const say = words[language];
  const list = (lines: readonly string[]): string => lines.map(line => `  ${line}\n`).join('');
  const done = changes.length === 0 ? '' : `${say.changes(changes.length)}\n${list(changes)}`;
  if (refused.length === 0) return `${say.inForce(file)}${done || `${say.unchanged}\n`}`;
  return `${say.inPart(file)}${done || '.\n'}${say.refuses}\n${list(refused)}`;
}
