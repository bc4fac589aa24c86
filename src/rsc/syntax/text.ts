import { code, lineEnd } from './characters.ts';
import { type Cursor, error, peek, skipJoin, warn } from './cursor.ts';
import type { Said } from './said.ts';

const plain: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  n: '\n',
  r: '\r',
  t: '\t',
  $: '$',
  '?': '?',
  _: ' ',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

const hex = /[0-9A-Fa-f]{2}/y;

/** At a `\`: reads the escape (docs/routeros.md#escapes) and returns what it stands for. */
export function readEscape(cursor: Cursor): string {
  const start = cursor.at;
  hex.lastIndex = start + 1;
  if (hex.test(cursor.text)) return readBytes(cursor);
  const name = cursor.text[start + 1];
  const value = name === undefined ? undefined : plain[name];
  cursor.at += name === undefined ? 1 : 2;
  if (value !== undefined) return value;
  const range = { start, end: cursor.at };
  warn(
    cursor,
    'bad-escape',
    range,
    {
      en: `'\\${name ?? ''}' is no escape of RouterOS.`,
      id: `'\\${name ?? ''}' bukan escape RouterOS.`,
    },
    { en: 'Write `\\\\` for a backslash.', id: 'Tulis `\\\\` untuk garis miring terbalik.' },
  );
  return name ?? '\\';
}

/** How long the escape at `at` is as written, and what it stands for. */
export function escapeLength(text: string, at: number): { readonly read: number; readonly made: number } {
  const run = /(?:\\[0-9A-Fa-f]{2})+/y;
  run.lastIndex = at;
  const bytes = run.exec(text)?.[0];
  if (bytes === undefined) return { read: 2, made: 1 };
  const made = decodeUtf8(bytes.replaceAll('\\', '%'))?.length ?? bytes.length / 3;
  return { read: bytes.length, made };
}

/** A run of `\XX` bytes: UTF-8 where it is that, else one character a byte. */
function readBytes(cursor: Cursor): string {
  let encoded = '';
  let raw = '';
  for (hex.lastIndex = cursor.at + 1; peek(cursor) === code.backslash && hex.test(cursor.text); ) {
    const byte = cursor.text.slice(cursor.at + 1, cursor.at + 3);
    encoded += `%${byte}`;
    raw += String.fromCharCode(Number.parseInt(byte, 16));
    cursor.at += 3;
    hex.lastIndex = cursor.at + 1;
  }
  return decodeUtf8(encoded) ?? raw;
}

function decodeUtf8(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** Where the bracket of `$( … )` or `$[ … ]` closes on its line, strings inside of it passed over; undefined where none does. */
function interpolationEnd(text: string, from: number): number | undefined {
  const open: number[] = [];
  const end = Math.min(text.length, from + longestInterpolation);
  for (let at = from, quoted = false; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === code.newline) return undefined;
    if (c === code.backslash) at++;
    else if (c === code.quote) quoted = !quoted;
    else if (!quoted && closers.has(c)) open.push(closers.get(c) ?? 0);
    else if (!quoted && c === open.at(-1)) open.pop();
    if (open.length === 0) return at > from ? at : undefined;
  }
  return undefined;
}

/** Nobody writes longer ones; text with many brackets that nobody closes must not be read again for each. */
const longestInterpolation = 500;

const closers = new Map<number, number>([
  [code.openParen, code.closeParen],
  [code.openBracket, code.closeBracket],
]);

/** The closing quote of the string opened at `open`, or -1; a raw line end ends the search unless scripting. */
function closingQuote({ text, scripting }: Cursor, open: number, multiline: boolean): number {
  for (let at = open + 1; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === code.quote) return at;
    if (c === code.dollar) at = interpolationEnd(text, at + 1) ?? at;
    else if (c === code.backslash) at += text.charCodeAt(at + 1) === code.return ? 2 : 1;
    else if (c === code.newline && scripting === 0 && !multiline) return -1;
  }
  return -1;
}

/** A place inside a string where its text is interrupted by `$name`, `$[…]` or `$(…)`. */
export interface StringEnd {
  readonly end: number;
  readonly closed: boolean;
}

/** Where the string at the cursor ends; an unclosed one is reported and ends with its line. */
export function stringEnd(cursor: Cursor, multiline: boolean): StringEnd {
  const open = cursor.at;
  const close = closingQuote(cursor, open, multiline);
  if (close >= 0) return { end: close, closed: true };
  const what: Said = { en: 'This quote is never closed.', id: 'Tanda kutip ini tidak ditutup.' };
  const todo: Said = {
    en: 'Close the string with `"`; write `\\"` for a quote inside it.',
    id: 'Tutup string dengan `"`; tulis `\\"` untuk tanda kutip di dalamnya.',
  };
  error(cursor, 'unclosed-quote', { start: open, end: open + 1 }, what, todo);
  return { end: endOfJoinedLine(cursor.text, open), closed: false };
}

function endOfJoinedLine(text: string, at: number): number {
  let end = lineEnd(text, at);
  while (end < text.length && /\\\r?$/.test(text.slice(Math.max(0, end - 2), end)))
    end = lineEnd(text, end + 1);
  return end > at && text.charCodeAt(end - 1) === code.return ? end - 1 : end;
}

/** Reads literal characters of a string up to `end` or an unescaped `$`. */
export function readStringText(cursor: Cursor, end: number): string {
  let text = '';
  let from = cursor.at;
  while (cursor.at < end && peek(cursor) !== code.dollar) {
    if (peek(cursor) !== code.backslash) {
      cursor.at++;
      continue;
    }
    text += cursor.text.slice(from, cursor.at);
    if (!skipJoin(cursor)) text += readEscape(cursor);
    from = cursor.at;
  }
  return text + cursor.text.slice(from, cursor.at);
}
