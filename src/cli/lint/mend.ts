import type { TextFile } from '../../config/index.ts';
import { type FixLevel, type LeftOutWhy, type MendedText, mendText } from '../../lint/index.ts';
import { type InEveryLanguage, type Language, lineDiff } from '../../text/index.ts';
import { replaceText } from '../rsc-file.ts';
import { judgeWith, type Subject } from './judge.ts';

/** What became of a file whose findings were to be mended. */
export interface MendedFile {
  readonly text: TextFile;
  readonly mended: MendedText;
  /** It is on disk; nothing had to be written where nothing was changed. */
  readonly isWritten: boolean;
}

/** Applies fixes to a file. Undefined, and said, where it cannot be read or written. */
export function mendFile(subject: Subject, level: FixLevel, isDryRun: boolean): MendedFile | undefined {
  const { text } = subject;
  const mended = mendText(text.text, level, subject.options.language, changed => judgeWith(subject, changed));
  if (!mended) return undefined;
  const after = { ...text, text: mended.text };
  const isSame = mended.text === text.text;
  if (isSame || isDryRun || isInput(text)) return { text: after, mended, isWritten: isSame };
  return replaceText(text.file, mended.text, text) ? { text: after, mended, isWritten: true } : undefined;
}

/** It has no file that could be written. */
export const isInput = ({ file }: TextFile): boolean => file === 'standard-input';

const en = {
  fixed: 'fixed',
  leftOut: 'left out',
  line: (line: number) => `line ${line}`,
  why: {
    worse: 'With it something else would be wrong.',
    useless: 'The mistake would stay.',
    'no-time': 'Too many fixes were tried before: run it again.',
  } satisfies Record<LeftOutWhy, string>,
  none: (more: number) =>
    more > 0 ? `Nothing to fix safely; ${more} more with --fix=all.` : 'Nothing that can be fixed.',
  count: (fixed: number, leftOut: number, more: number) =>
    [
      `${fixed} fixed`,
      ...(leftOut > 0 ? [`${leftOut} left out`] : []),
      ...(more > 0 ? [`${more} more with --fix=all`] : []),
    ].join(', '),
  written: (file: string) => `written to ${file}`,
  notWritten: 'nothing was written',
};

const id: typeof en = {
  fixed: 'diperbaiki',
  leftOut: 'dilewati',
  line: line => `baris ${line}`,
  why: {
    worse: 'Dengan perbaikan ini ada hal lain yang menjadi salah.',
    useless: 'Kesalahannya tetap ada.',
    'no-time': 'Sudah terlalu banyak perbaikan dicoba: jalankan lagi.',
  },
  none: more =>
    more > 0
      ? `Tidak ada yang aman diperbaiki; ${more} lagi dengan --fix=all.`
      : 'Tidak ada yang bisa diperbaiki.',
  count: (fixed, leftOut, more) =>
    [
      `${fixed} diperbaiki`,
      ...(leftOut > 0 ? [`${leftOut} dilewati`] : []),
      ...(more > 0 ? [`${more} lagi dengan --fix=all`] : []),
    ].join(', '),
  written: file => `ditulis ke ${file}`,
  notWritten: 'tidak ada yang ditulis',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What was fixed, what was left out and why; what would change, where nothing was written. */
export function mendedText(before: TextFile, { mended, isWritten }: MendedFile, language: Language): string {
  const say = words[language];
  const { applied, leftOut, judged } = mended;
  const more = judged.diagnostics.filter(({ fix }) => fix && fix.edits.length > 0 && !fix.isSafe).length;
  if (applied.length === 0 && leftOut.length === 0) return `${before.file}: ${say.none(more)}\n`;
  const fixed = applied.map(({ finding: { id: rule, what, fix }, line }) =>
    [
      `${say.fixed}  ${rule}  ${say.line(line)}: ${what}`,
      ...(fix?.note === undefined || fix.isSafe ? [] : [`  ${fix.note}`]),
    ].join('\n'),
  );
  const left = leftOut.map(
    ({ finding: { id: rule, what }, line, why, because }) =>
      `${say.leftOut}  ${rule}  ${say.line(line)}: ${what}\n  ${say.why[why]}${because === undefined ? '' : ` (${because})`}`,
  );
  const isChanged = applied.length > 0;
  const end = isChanged ? `; ${isWritten ? say.written(before.file) : say.notWritten}` : '';
  const diff = isWritten ? '' : lineDiff(before.file, before.text, mended.text);
  return `${before.file}: ${say.count(applied.length, leftOut.length, more)}${end}.\n${[...fixed, ...left].map(line => `${line}\n`).join('')}${diff}`;
}

/** The same as data. */
export const mendedJson = ({ mended: { applied, leftOut }, isWritten }: MendedFile) => ({
  isWritten,
  fixed: applied.map(({ finding: { id: rule, what, fix }, line }) => ({
    id: rule,
    line,
    what,
    isSafe: fix?.isSafe,
    note: fix?.note,
  })),
  leftOut: leftOut.map(({ finding: { id: rule, what }, line, why, because }) => ({
    id: rule,
    line,
    what,
    why,
    because,
  })),
});
