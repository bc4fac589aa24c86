import { code } from './characters.ts';
import { type Cursor, warn } from './cursor.ts';
import type { Said } from './said.ts';

const commandWord = /^(?:add|set|remove|enable|disable|move|print|edit|unset|find|export|import)\b/;
const propertyLine = /[ \t]*!?[a-z][a-z0-9-]*[a-z0-9]=/y;
const brokenWord = /\r?\n[ \t]*([a-z][^\s]*)/y;

/** A line that begins with `name=` cannot be a command: it goes on the line above (PDF and mail wrap so). */
export function continuesBelow(cursor: Cursor): boolean {
  if (cursor.text.charCodeAt(cursor.at) !== code.newline) return false;
  propertyLine.lastIndex = cursor.at + 1;
  if (!propertyLine.test(cursor.text)) return false;
  sayWrapped(cursor);
  return true;
}

/** A word that ends in `-` at the end of its line goes on below: `mark-⏎connection`. Skips to there. */
export function skipBrokenWord(cursor: Cursor): boolean {
  const c = cursor.text.charCodeAt(cursor.at);
  if (c !== code.newline && c !== code.return) return false;
  if (cursor.text[cursor.at - 1] !== '-' || cursor.scripting > 0) return false;
  brokenWord.lastIndex = cursor.at;
  const match = brokenWord.exec(cursor.text);
  if (!match?.[1] || commandWord.test(match[1])) return false;
  sayWrapped(cursor);
  cursor.at += match[0].length - match[1].length;
  return true;
}

function sayWrapped(cursor: Cursor): void {
  const range = { start: cursor.at, end: cursor.at };
  const what: Said = {
    en: 'The line breaks here without a `\\`; it is read as one line with the next.',
    id: 'Baris terputus di sini tanpa `\\`; dibaca bersambung dengan baris berikutnya.',
  };
  const todo: Said = {
    en: 'Join the two lines, or end this one with ` \\`.',
    id: 'Sambung kedua baris, atau akhiri baris ini dengan ` \\`.',
  };
  warn(cursor, 'wrapped-line', range, what, todo);
}
