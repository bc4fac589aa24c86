/** Character codes that the grammar names (docs/routeros.md#grammar). */
export const code = {
  tab: 9,
  newline: 10,
  return: 13,
  space: 32,
  bang: 33,
  quote: 34,
  hash: 35,
  dollar: 36,
  openParen: 40,
  closeParen: 41,
  slash: 47,
  semicolon: 59,
  less: 60,
  equals: 61,
  greater: 62,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
  tilde: 126,
  noBreakSpace: 0xa0,
  byteOrderMark: 0xfeff,
} as const;

/** Blank within a line. A carriage return counts: it only ever stands before a newline. */
export function isBlank(c: number): boolean {
  return (
    c === code.space ||
    c === code.tab ||
    c === code.return ||
    c === code.noBreakSpace ||
    c === code.byteOrderMark ||
    c === 0
  );
}

/** Letters, digits, `-`, `_`, `.` and `*`: what names of menus, commands and properties are made of. */
export function isNameChar(c: number): boolean {
  return (
    (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 45 || c === 46 || c === 95 || (c >= 65 && c <= 90)
  );
}

/** Does a bare word end here? */
export function endsWord(c: number): boolean {
  return (
    Number.isNaN(c) ||
    c === code.newline ||
    isBlank(c) ||
    c === code.semicolon ||
    c === code.closeBracket ||
    c === code.closeBrace ||
    c === code.closeParen
  );
}

/** Characters that neither end a bare word nor mean anything in it. */
export function isPlain(c: number): boolean {
  return c < 128 ? plain[c] === 1 : c < 0x2000 && c !== code.noBreakSpace;
}

const plain = Uint8Array.from({ length: 128 }, (_, c) =>
  c > 32 && !'"$()[]{};\\'.includes(String.fromCharCode(c)) ? 1 : 0,
);

/** Length of a line join (`\` and newline) at `at`, without the blanks after it; 0 where there is none. */
export function joinLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== code.backslash) return 0;
  const next = text.charCodeAt(at + 1);
  if (next === code.newline) return 2;
  return next === code.return && text.charCodeAt(at + 2) === code.newline ? 3 : 0;
}

/** Offset of the end of the line (its newline, or the end of the text). */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
