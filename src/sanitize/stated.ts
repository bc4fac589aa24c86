import { argumentsOf, outlineOf } from '../rsc/index.ts';

/** A stretch of a text by offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Words of RouterOS in a text, also shortened ones: paths, commands and names of properties, in scripts too. In order. */
export function grammarOf(text: string, file: string): readonly Stretch[] {
  const found = outlineOf(text, file).statements.flatMap(one => {
    const { frame, statement, from, kind } = one;
    // What stands before a = in prose, or in a script, is a word like any other.
    if (kind === 'other' || kind === 'scripting') return [];
    const name = /^[\w/.-]*/.exec(frame.text.slice(from))?.[0].length ?? 0;
    const head = { start: frame.at(statement.start), end: frame.at(from + name) };
    return [head, ...argumentNames(one)];
  });
  return found.toSorted((a, b) => a.start - b.start);
}

const argumentNames = (one: Parameters<typeof argumentsOf>[0]): Stretch[] =>
  argumentsOf(one).map(({ argument: { start, nameEnd } }) => ({
    start: one.frame.at(start),
    end: one.frame.at(nameEnd),
  }));

/** Values of properties, as written, behind `name=`: quoted on any depth of scripts, or bare. */
export function valuesOf(text: string, name: RegExp): Stretch[] {
  return [...text.matchAll(/(?<![\w$-])([\w.-]+)=(?=(\\*"|[^\s"]))/g)].flatMap(match => {
    const [whole, property = '', quote = ''] = match;
    if (!name.test(property)) return [];
    const begin = match.index + whole.length;
    if (!quote.endsWith('"')) {
      const end = begin + (/^[^\s;"\])}]*/.exec(text.slice(begin))?.[0].length ?? 0);
      return [{ start: begin, end }];
    }
    const start = begin + quote.length;
    const end = closing(text, start, quote.length - 1);
    return [{ start, end }];
  });
}

/** Where the quote with so many backslashes before it stands again. */
function closing(text: string, start: number, depth: number): number {
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\' && at - 1 - slashes >= start) slashes++;
    if (slashes <= depth) return at - slashes;
  }
  return text.length;
}
