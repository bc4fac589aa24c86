import { code, endsWord, isBlank, isNameChar, isPlain } from './characters.ts';
import { atEnd, type Cursor, canNest, error, isAwaited, peek, sayStray, skipJoin, warn } from './cursor.ts';
import { skipExpression } from './expression.ts';
import type { Said } from './said.ts';
import { readEscape, readStringText, stringEnd } from './text.ts';
import type { Value, VariableValue } from './tree.ts';
import { skipBrokenWord } from './wrap.ts';

/** Reads one value: everything up to a blank, `;`, a line end or an awaited bracket. May be empty. */
export function readValue(cursor: Cursor, multiline = false): Value {
  return readPlain(cursor) ?? readPieces(cursor, multiline);
}

/** The common case: a bare word without anything special. Undefined, and nowhere gone, for all others. */
function readPlain(cursor: Cursor): Value | undefined {
  const { text, at: start } = cursor;
  let end = start;
  while (isPlain(text.charCodeAt(end))) end++;
  const c = text.charCodeAt(end);
  const ends = c === code.space || ((c === code.newline || c === code.return) && text[end - 1] !== '-');
  if (end === start || !ends) return undefined;
  cursor.at = end;
  return { kind: 'text', start, end, text: plainText(cursor, start, end), quoted: false };
}

function plainText({ text, known }: Cursor, start: number, end: number): string {
  const word = text.slice(start, end);
  return end - start < 24 && text.charCodeAt(start) > 96 ? known.once(word) : word;
}

/** One piece; a string that is interrupted is one. */
export function readOperand(cursor: Cursor): Value {
  const start = cursor.at;
  const pieces = readPiece(cursor, true);
  return joinPieces(start, cursor.at, pieces);
}

function readPieces(cursor: Cursor, multiline: boolean): Value {
  const start = cursor.at;
  const parts: Value[] = [];
  while (!valueEnds(cursor)) {
    const before = cursor.at;
    for (const part of readPiece(cursor, multiline)) parts.push(part);
    if (cursor.at === before) cursor.at++;
  }
  return joinPieces(start, cursor.at, parts);
}

function valueEnds(cursor: Cursor): boolean {
  const c = peek(cursor);
  if (!endsWord(c)) return false;
  if (atEnd(cursor) || c === code.newline || c === code.semicolon || isBlank(c)) return true;
  return isAwaited(cursor, c);
}

function readPiece(cursor: Cursor, multiline: boolean): readonly Value[] {
  switch (peek(cursor)) {
    case code.quote:
      return readString(cursor, multiline);
    case code.dollar:
      return [readVariable(cursor)];
    case code.openBracket:
    case code.openBrace:
      return canNest(cursor) ? [readNested(cursor)] : [readBare(cursor)];
    case code.openParen:
      return canNest(cursor) ? [readExpression(cursor)] : [readBare(cursor)];
    default:
      return [isTypographic(peek(cursor)) ? readTypographic(cursor) : readBare(cursor)];
  }
}

/** “ ” „ ‟, ″ behind a digit (blogs make it of a straight one), ‶ ＂ */
const typographic = '\u201c\u201d\u201e\u201f\u2033\u2036\uff02';
const closing = new RegExp(`["${typographic}]|$`, 'm');

const isTypographic = (c: number): boolean => typographic.includes(String.fromCharCode(c));

/** Adjacent literal pieces become one; a single piece stands for itself. */
function joinPieces(start: number, end: number, parts: readonly Value[]): Value {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  if (parts.every(part => part.kind === 'text')) {
    const text = parts.map(part => part.text).join('');
    return { kind: 'text', start, end, text, quoted: parts.some(part => part.quoted) };
  }
  return { kind: 'mixed', start, end, parts };
}

/** Characters that begin another kind of piece. */
function beginsPiece(c: number): boolean {
  return (
    c === code.quote ||
    c === code.dollar ||
    c === code.openBracket ||
    c === code.openBrace ||
    c === code.openParen
  );
}

function readBare(cursor: Cursor): Value {
  const start = cursor.at;
  let text = '';
  let from = start;
  const restart = () => {
    from = cursor.at;
  };
  do {
    const at = cursor.at;
    if (peek(cursor) === code.backslash) {
      text += cursor.text.slice(from, at);
      if (!skipJoin(cursor)) text += readEscape(cursor);
      restart();
    } else if (skipBrokenWord(cursor)) {
      text += cursor.text.slice(from, at);
      restart();
    } else {
      if (isStray(cursor)) sayStray(cursor, strayInValue);
      cursor.at++;
    }
  } while (goesOn(cursor));
  return {
    kind: 'text',
    start,
    end: cursor.at,
    text: text + cursor.text.slice(from, cursor.at),
    quoted: false,
  };
}

function goesOn(cursor: Cursor): boolean {
  if (cursor.text[cursor.at - 1] === '-' && isBrokenHere(cursor)) return true;
  return !valueEnds(cursor) && !beginsPiece(peek(cursor));
}

/** Does a word broken by a wrap go on below? Only looks. */
function isBrokenHere(cursor: Cursor): boolean {
  const before = cursor.at;
  const known = cursor.problems.length;
  const broken = skipBrokenWord(cursor);
  cursor.at = before;
  cursor.problems.length = known;
  return broken;
}

function isStray(cursor: Cursor): boolean {
  const c = peek(cursor);
  return (c === code.closeBracket || c === code.closeBrace || c === code.closeParen) && !isAwaited(cursor, c);
}

function readVariable(cursor: Cursor): VariableValue {
  const start = cursor.at++;
  if (peek(cursor) === code.quote) {
    const { end, closed } = stringEnd(cursor, false);
    cursor.at = end + (closed ? 1 : 0);
    return { kind: 'variable', start, end: cursor.at, name: cursor.text.slice(start + 2, end) };
  }
  const from = cursor.at;
  while (isVariableChar(peek(cursor))) cursor.at++;
  return { kind: 'variable', start, end: cursor.at, name: cursor.text.slice(from, cursor.at) };
}

/** Variable names are letters and digits; others need `$"…"`. */
function isVariableChar(c: number): boolean {
  return isNameChar(c) && c !== 45 && c !== 46 && c !== 95;
}

/** `[ … ]` or `{ … }`. */
function readNested(cursor: Cursor): Value {
  const start = cursor.at++;
  const isCommand = cursor.text.charCodeAt(start) === code.openBracket;
  const closer = isCommand ? code.closeBracket : code.closeBrace;
  const script = inside(cursor, closer, !isCommand);
  if (peek(cursor) === closer) cursor.at++;
  else sayUnclosed(cursor, start, closer);
  return { kind: isCommand ? 'command' : 'block', start, end: cursor.at, script };
}

function inside(cursor: Cursor, closer: number, scripting: boolean) {
  cursor.open.push(closer);
  if (scripting) cursor.scripting++;
  const script = cursor.script(cursor, closer);
  if (scripting) cursor.scripting--;
  cursor.open.pop();
  return script;
}

export function sayUnclosed(cursor: Cursor, start: number, closer: number): void {
  const opener = cursor.text[start];
  const what: Said = { en: `This '${opener}' is never closed.`, id: `'${opener}' ini tidak ditutup.` };
  const bracket = String.fromCharCode(closer);
  const todo: Said = {
    en: `Write the '${bracket}' that belongs to it.`,
    id: `Tulis '${bracket}' yang menjadi pasangannya.`,
  };
  error(cursor, 'unclosed-bracket', { start, end: start + 1 }, what, todo);
}

function readExpression(cursor: Cursor): Value {
  const start = cursor.at;
  if (!skipExpression(cursor)) sayUnclosed(cursor, start, code.closeParen);
  return { kind: 'expression', start, end: cursor.at };
}

function readString(cursor: Cursor, multiline: boolean): readonly Value[] {
  const open = cursor.at;
  const { end, closed } = stringEnd(cursor, multiline);
  const parts: Value[] = [];
  cursor.at++;
  for (let inside = true; inside; ) {
    const start = parts.length === 0 ? open : cursor.at;
    const text = readStringText(cursor, end);
    inside = cursor.at < end;
    if (!inside) cursor.at = end + (closed ? 1 : 0);
    parts.push({ kind: 'text', start, end: cursor.at, text, quoted: true });
    if (inside) parts.push(readInterpolation(cursor, end));
  }
  return parts;
}

/** `$name`, `$[…]`, `$(…)` inside a string that ends at `end`; a `$` before anything else stands for itself. */
function readInterpolation(cursor: Cursor, end: number): Value {
  const start = cursor.at;
  const next = peek(cursor, 1);
  if (isVariableChar(next)) return readVariable(cursor);
  const nests = next === code.openBracket || next === code.openParen;
  if (nests && canNest(cursor)) {
    // Bounded by the string: what is unclosed in there must not swallow the rest of the text.
    const inner: Cursor = { ...cursor, text: cursor.text.slice(0, end), at: start + 1 };
    const [value] = readPiece(inner, true);
    cursor.at = inner.at;
    if (value) return { ...value, start };
  }
  cursor.at = Math.max(cursor.at, start + 1);
  return { kind: 'text', start, end: cursor.at, text: '$', quoted: true };
}

/** “text”, as word processors turn quotes. */
function readTypographic(cursor: Cursor): Value {
  const start = cursor.at;
  const rest = closing.exec(cursor.text.slice(start + 1));
  const end = start + 1 + (rest?.index ?? 0);
  const closed = (rest?.[0] ?? '') !== '';
  cursor.at = end + (closed ? 1 : 0);
  const what: Said = {
    en: 'A typographic quote; RouterOS only knows the straight one. It is read as `"`.',
    id: 'Tanda kutip tipografis; RouterOS hanya mengenal yang lurus. Dibaca sebagai `"`.',
  };
  const todo: Said = { en: 'Replace it by `"`.', id: 'Ganti dengan `"`.' };
  const range = { start, end: start + 1 };
  if (closed) warn(cursor, 'typographic-quote', range, what, todo);
  // What it swallows of the line may be what the rule is about.
  else error(cursor, 'unclosed-quote', range, neverClosed, todo);
  return { kind: 'text', start, end: cursor.at, text: cursor.text.slice(start + 1, end), quoted: true };
}

const neverClosed: Said = {
  en: 'This typographic quote is never closed: all that follows in its line would be its text.',
  id: 'Tanda kutip tipografis ini tidak ditutup: semua yang mengikutinya di baris ini akan menjadi isinya.',
};

const strayInValue: Said = {
  en: 'Remove it, or put the value in quotes.',
  id: 'Hapus, atau beri tanda kutip pada nilainya.',
};
