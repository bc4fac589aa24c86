import { code, isBlank, joinLength } from './characters.ts';
import type { KnownWords } from './known-words.ts';
import type { Problem } from './problem.ts';
import type { Said } from './said.ts';
import type { Range, Script } from './tree.ts';

/** Where the parser is and what it is inside of. */
export interface Cursor {
  readonly text: string;
  at: number;
  readonly problems: Problem[];
  readonly known: KnownWords;
  /** Closing characters that are awaited, innermost last. */
  readonly open: number[];
  /** Above 0 inside scripting: there line ends may stand in brackets and strings. */
  scripting: number;
  /** How many statements may still be read, the same for all cursors of a text. */
  readonly left: { statements: number };
  /** Reads a script up to `closer` (0: the end of the text); here so that values can hold scripts. */
  readonly script: (cursor: Cursor, closer: number) => Script;
}

/**
 * Statements of a text that are read. Each takes about a kilobyte, so that 50 MB of the shortest would not fit a
 * computer's memory; a router's largest lists have some hundred thousand items.
 */
export const mostStatements = 2_000_000;

/** Deeper nesting than this is read as plain text: no router's configuration comes near. */
export const deepest = 100;

export function canNest(cursor: Cursor): boolean {
  return cursor.open.length < deepest;
}

export function peek({ text, at }: Cursor, ahead = 0): number {
  return text.charCodeAt(at + ahead);
}

export function atEnd({ text, at }: Cursor): boolean {
  return at >= text.length;
}

/** Is `c` a closing character that somebody further out waits for? */
export function isAwaited({ open }: Cursor, c: number): boolean {
  return open.length > 0 && open.includes(c);
}

/** Skips blanks and line joins. */
export function skipGap(cursor: Cursor): void {
  for (;;) {
    if (isBlank(peek(cursor))) cursor.at++;
    else {
      const join = joinLength(cursor.text, cursor.at);
      if (join === 0) return;
      cursor.at += join;
    }
  }
}

/** Skips one line join and the blanks that begin the next line; false where there is none. */
export function skipJoin(cursor: Cursor): boolean {
  const join = joinLength(cursor.text, cursor.at);
  if (join === 0) return false;
  cursor.at += join;
  while (peek(cursor) === code.space || peek(cursor) === code.tab) cursor.at++;
  return true;
}

export function report(cursor: Cursor, problem: Problem): void {
  cursor.problems.push(problem);
}

export function error(cursor: Cursor, id: string, range: Range, what: Said, todo?: Said): void {
  report(cursor, { id: `rsc/${id}`, severity: 'error', what, range, do: todo });
}

export function warn(cursor: Cursor, id: string, range: Range, what: Said, todo?: Said): void {
  report(cursor, { id: `rsc/${id}`, severity: 'warning', what, range, do: todo });
}

/** Nothing is open that the bracket at the cursor could close. */
export function sayStray(cursor: Cursor, todo: Said): void {
  const bracket = cursor.text[cursor.at];
  const what: Said = {
    en: `Nothing is open that '${bracket}' could close.`,
    id: `Tidak ada yang terbuka untuk ditutup oleh '${bracket}'.`,
  };
  sayRun(cursor, 'stray-bracket', what, todo);
}

/** An error of the character at the cursor; several in a row are one, said of the first. */
export function sayRun(cursor: Cursor, id: string, what: Said, todo?: Said): void {
  const { at: start, problems } = cursor;
  const end = start + 1;
  const last = problems.at(-1);
  if (last?.id === `rsc/${id}` && last.range.end === start)
    problems[problems.length - 1] = { ...last, range: { start: last.range.start, end } };
  else error(cursor, id, { start, end }, what, todo);
}
