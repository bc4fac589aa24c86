import type { Problem, ProblemFix, Range } from '../syntax/index.ts';
import { quote } from '../write/quote.ts';
import { meant } from './similar.ts';

/** A word of a text that may be misspelt: where it stands, or a value that holds it. */
interface Misspelt {
  readonly word: string;
  readonly range: Range;
  /** What is written there; undefined: the word itself. */
  readonly written?: string | undefined;
}

/**
 * Puts the one word there that was meant, where one is near and no other as near. Whether it was meant is for a person to say:
 * none of these is safe.
 */
export function respelt(misspelt: Misspelt, candidates: Iterable<string>): Pick<Problem, 'fix'> {
  const right = meant(misspelt.word, candidates);
  const edits = right === undefined ? undefined : editsFor([misspelt], right);
  return edits ? { fix: { edits, isSafe: false } } : {};
}

/** Replacements of all these by a word; undefined where one of them is written in a way of its own: wrapped, escaped. */
export function editsFor(all: readonly Misspelt[], right: string): ProblemFix['edits'] | undefined {
  const edits = all.flatMap(one => editFor(one, right) ?? []);
  return edits.length < all.length ? undefined : edits;
}

function editFor({ word, range, written = word }: Misspelt, right: string) {
  const { start, end } = range;
  if (end - start !== written.length) return undefined;
  if (written === word) return { range: { start, end }, text: quote(right) };
  const places = [...written.matchAll(/[^",!:/]+/g)].filter(([part]) => part === word);
  const [place, ...more] = places;
  const isQuoted = written.startsWith('"');
  if (!place || more.length > 0 || (!isQuoted && quote(right) !== right) || /["\\$]/.test(right))
    return undefined;
  const at = start + place.index;
  return { range: { start: at, end: at + word.length }, text: right };
}

/** What is written for a value that was read; undefined where it is wrapped or has escapes. */
export function writtenFor(text: string, { start, end }: Range): string | undefined {
  if (end - start === text.length) return text;
  return end - start === text.length + 2 ? `"${text}"` : undefined;
}
