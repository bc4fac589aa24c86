import { stripVTControlCharacters } from 'node:util';
import type { Sink } from './colour.ts';

/** From now on no line is wider, but for single words and quoted lines of a source (`12 | add …`). */
export function wrapLines(sink: Sink, width: number): void {
  const write = sink.write.bind(sink);
  const wrapping = (chunk: unknown, ...rest: readonly unknown[]): boolean =>
    Reflect.apply(write, sink, [typeof chunk === 'string' ? wrapped(chunk, width) : chunk, ...rest]) === true;
  sink.write = wrapping;
}

/** Narrower than that, nothing can be read. */
const least = 20;

/** Its lines broken between words; what goes on stands two columns further in. */
export const wrapped = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap(line => linesOf(line, Math.max(least, width)))
    .join('\n');

const seen = (text: string): number => [...stripVTControlCharacters(text)].length;

const isQuoted = (line: string): boolean => /^ *\d* +\| /.test(stripVTControlCharacters(line));

function linesOf(line: string, width: number): readonly string[] {
  if (line.length <= width || seen(line) <= width || isQuoted(line)) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let last = '';
  for (const [, gap = '', word = ''] of line.matchAll(/( *)([^ ]+)/g)) {
    const longer = `${last}${gap}${word}`;
    if (last === '' || seen(longer) <= width) last = longer;
    else {
      lines.push(last);
      last = `${indent}  ${word}`;
    }
  }
  return [...lines, last];
}
