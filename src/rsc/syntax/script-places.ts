import { code, joinLength } from './characters.ts';
import { type Source, spanOf } from './lines.ts';
import { escapeLength } from './text.ts';
import type { Range } from './tree.ts';

/** Where the parts of a script stand that is the value at `range`: see `Stated.scripts`. */
export function scriptPlaces(source: Source, { start, end }: Range): readonly number[] {
  const { text } = source;
  const first = text.charCodeAt(start);
  const isBraced = first === code.openBrace;
  const isQuoted = first === code.quote;
  const places = new Places(source);
  let at = isQuoted || isBraced ? start + 1 : start;
  places.begin(0, at);
  for (let offset = 0; at < end; ) {
    const { read, made } = isQuoted ? pieceAt(text, at) : { read: 1, made: 1 };
    const isLineEnd = text.charCodeAt(at) === code.newline;
    at += read;
    offset += made;
    if (read !== made || isLineEnd) places.begin(offset, at);
  }
  return places.numbers;
}

/**
 * Where each character stands that a quoted string makes, and where it ends; undefined where it is not one string
 * alone.
 */
export function unquoted(text: string, { start, end }: Range): readonly number[] | undefined {
  if (text.charCodeAt(start) !== code.quote || text.charCodeAt(end - 1) !== code.quote) return undefined;
  const places: number[] = [];
  let at = start + 1;
  while (at < end - 1) {
    if (text.charCodeAt(at) === code.quote) return undefined;
    const { read, made } = pieceAt(text, at);
    for (let i = 0; i < made; i++) places.push(at);
    at += read;
  }
  return [...places, end - 1];
}

/** One character, escape or line join of a string: its length as written, and as read. */
function pieceAt(text: string, at: number): { readonly read: number; readonly made: number } {
  if (text.charCodeAt(at) !== code.backslash) return { read: 1, made: 1 };
  const join = joinLength(text, at);
  if (join === 0) return escapeLength(text, at);
  let behind = at + join;
  while (text.charCodeAt(behind) === code.space || text.charCodeAt(behind) === code.tab) behind++;
  return { read: behind - at, made: 0 };
}

class Places {
  readonly numbers: number[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  begin(offset: number, at: number): void {
    // Of two stretches that begin at one offset, the first is empty.
    if (this.numbers.at(-3) === offset) this.numbers.length -= 3;
    const { line, column } = spanOf(this.#source, { start: at, end: at }).start;
    this.numbers.push(offset, line, column);
  }
}
