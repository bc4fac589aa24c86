import { code, isBlank, isNameChar } from './characters.ts';
import { atEnd, type Cursor, isAwaited, peek, skipGap, skipJoin } from './cursor.ts';
import type { Argument, Operator, Statement, Word } from './tree.ts';
import { readValue } from './value.ts';
import { continuesBelow, skipBrokenWord } from './wrap.ts';

/** Commands of the scripting language that are also written without their colon. */
const scriptWord = /^(?::.*|if|for|foreach|while|do|local|global|put|delay|error|return|onerror|else)$/;

/** Properties that hold scripts: their strings may span lines. */
const scriptProperty = /^(?:source|script|on-.*|.*-script|do|else|on-error)$/;

/** Is the value of this property a script? */
export const holdsScript = (property: string): boolean => scriptProperty.test(property);

/** Reads a statement at the cursor. It ends at a line end, `;`, `#` or an awaited bracket. */
export function readStatement(cursor: Cursor, closer: number): Statement {
  const start = cursor.at;
  const words: Word[] = [];
  let end = start;
  let scripting = false;
  while (!statementEnds(cursor, words)) {
    const word = readWord(cursor, closer);
    words.push(word);
    end = cursor.at;
    if (words.length === 1 && word.kind === 'text' && scriptWord.test(word.text)) {
      scripting = true;
      cursor.scripting++;
    }
    skipGap(cursor);
  }
  if (scripting) cursor.scripting--;
  cursor.at = end;
  // A copy has room for these words only; an array that grew keeps room for many more.
  return { kind: 'statement', start, end, words: words.slice() };
}

function statementEnds(cursor: Cursor, words: readonly Word[]): boolean {
  const c = peek(cursor);
  if (atEnd(cursor) || c === code.semicolon || isAwaited(cursor, c)) return true;
  if (c === code.hash) return words.length > 0;
  if (c !== code.newline) return false;
  if (cursor.scripting > 0 || cursor.open.length > 0) return true;
  if (!words.some(word => word.kind === 'argument') || !continuesBelow(cursor)) return true;
  cursor.at++;
  skipGap(cursor);
  return false;
}

/** `name=value` or a bare value. */
function readWord(cursor: Cursor, closer: number): Word {
  return readArgument(cursor, closer) ?? readValue(cursor);
}

function readArgument(cursor: Cursor, closer: number): Argument | undefined {
  const start = cursor.at;
  const known = cursor.problems.length;
  const name = readName(cursor);
  const nameEnd = cursor.at;
  const operator = name === '' ? undefined : readOperator(cursor, closer);
  if (!operator) {
    cursor.at = start;
    cursor.problems.length = known;
    return undefined;
  }
  while (skipJoin(cursor));
  if (operator !== '=' || closer === code.closeBracket) skipGap(cursor);
  const value = readValue(cursor, peek(cursor) === code.quote && holdsScript(name));
  return { kind: 'argument', start, end: cursor.at, name, nameEnd, operator, value };
}

/** A property name; line joins and wraps inside it are dropped. */
function readName(cursor: Cursor): string {
  let name = '';
  let from = cursor.at;
  for (;;) {
    while (isNameChar(peek(cursor))) cursor.at++;
    const at = cursor.at;
    if (at === from && name === '') return '';
    if (!skipJoin(cursor) && !skipBrokenWord(cursor))
      return cursor.known.once(name + cursor.text.slice(from, at));
    name += cursor.text.slice(from, at);
    from = cursor.at;
  }
}

const operators: readonly Operator[] = ['!=', '<=', '>=', '=', '~', '<', '>'];

/** `=` directly after the name; inside `[ … ]` any operator, also after a blank. */
function readOperator(cursor: Cursor, closer: number): Operator | undefined {
  if (closer !== code.closeBracket) return take(cursor, '=');
  const start = cursor.at;
  while (isBlank(peek(cursor))) cursor.at++;
  for (const operator of operators) if (take(cursor, operator)) return operator;
  cursor.at = start;
  return undefined;
}

function take(cursor: Cursor, operator: Operator): Operator | undefined {
  if (!cursor.text.startsWith(operator, cursor.at)) return undefined;
  cursor.at += operator.length;
  return operator;
}
