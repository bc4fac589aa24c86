import { code } from './characters.ts';
import { atEnd, type Cursor, peek } from './cursor.ts';

/** Skips `( … )` with everything nested in it; false where the `)` is missing (then the cursor is at its line's end). */
export function skipExpression(cursor: Cursor): boolean {
  let depth = 0;
  let quoted = false;
  for (; !atEnd(cursor); cursor.at++) {
    const c = peek(cursor);
    if (c === code.backslash) cursor.at++;
    else if (c === code.quote) quoted = !quoted;
    else if (c === code.newline && cursor.scripting === 0) return false;
    else if (!quoted && c === code.openParen) depth++;
    else if (!quoted && c === code.closeParen && --depth === 0) {
      cursor.at++;
      return true;
    }
  }
  cursor.at = Math.min(cursor.at, cursor.text.length);
  return false;
}
