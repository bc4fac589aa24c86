import type { Range, Script, Statement, TextValue, Word } from '../syntax/index.ts';

/** One name of a path, or a bare word. */
export interface Segment extends Range {
  readonly text: string;
}

export function isBare(word: Word): word is TextValue {
  return word.kind === 'text' && !word.quoted;
}

/** The bare words before the first argument, paths split at their slashes. */
export function leading(words: readonly Word[]): readonly Segment[] {
  const [only, second] = words;
  // Most statements: a command alone, and its arguments.
  if (only && isBare(only) && !only.text.includes('/') && second?.kind === 'argument') return [only];
  const segments: Segment[] = [];
  for (const word of words) {
    if (!isBare(word)) break;
    if (!word.text.includes('/') || (segments.length > 0 && /^[\d!]/.test(word.text))) segments.push(word);
    else for (const segment of split(word)) segments.push(segment);
  }
  return segments;
}

function split(word: TextValue): readonly Segment[] {
  const parts: Segment[] = [];
  if (word.text.startsWith('/')) parts.push({ text: '/', start: word.start, end: word.start + 1 });
  for (const match of word.text.matchAll(/[^/]+/g)) {
    const start = word.start + match.index;
    parts.push({ text: match[0], start, end: start + match[0].length });
  }
  return parts;
}

/** How many segments the words make where all of them are bare; else -1. */
export function leadingWords(statement: Statement): number {
  return statement.words.every(isBare) ? leading(statement.words).length : -1;
}

/** `/ip firewall { filter add … }`: a menu, and statements that stand in it. */
export interface MenuBlock {
  readonly path: Statement;
  readonly script: Script;
}

/** A menu with its commands in braces (docs/routeros.md#statements-inside-a-menu). */
export function menuBlock({ start, words }: Statement): MenuBlock | undefined {
  const block = words.at(-1);
  if (block?.kind !== 'block') return undefined;
  const path = words.slice(0, -1);
  const name = path.at(-1);
  if (!name || !path.every(isBare)) return undefined;
  return { path: { kind: 'statement', start, end: name.end, words: path }, script: block.script };
}
