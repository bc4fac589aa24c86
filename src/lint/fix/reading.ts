import type { Diagnostic, Fix } from '../../text/index.ts';
import type { Said } from '../rule.ts';

/** A reader's fix that is not safe puts the word there that was meant: a person has to say whether it was. */
export function withNote(one: Diagnostic, language: keyof Said): Diagnostic {
  const { fix } = one;
  if (!fix || fix.isSafe || fix.note !== undefined) return one;
  const words = [...new Set(fix.edits.map(({ text }) => text))].join(', ');
  return { ...one, fix: { ...fix, note: note(words)[language] } };
}

const note = (words: string): Said => ({
  en: `It is taken for a slip of the pen for ${words}.`,
  id: `Ini dianggap salah tulis untuk ${words}.`,
});

/** What mends all of these, where each of them can be mended. */
export function fixOfAll(all: readonly Diagnostic[]): Fix | undefined {
  const fixes = all.flatMap(({ fix }) => fix ?? []);
  if (fixes.length === 0 || fixes.length < all.length) return undefined;
  return {
    commands: fixes.flatMap(({ commands }) => commands),
    edits: fixes.flatMap(({ edits }) => edits),
    isSafe: fixes.every(({ isSafe }) => isSafe),
  };
}
