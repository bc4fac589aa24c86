import { type Origin, placeOf } from '../../model/index.ts';
import { type Language, visible } from '../../text/index.ts';
import type { Story, StoryLine } from '../../walk/index.ts';
import type { Colours } from '../output/colour.ts';
import { walkWords } from './say.ts';

/** Source lines by place, for quoting. */
export type Quote = (origin: Origin) => string | undefined;

/** Quotes from texts by the names of their files: the whole statement, its wrapped lines put together as the router does. */
export function quoteFrom(texts: ReadonlyMap<string, string>): Quote {
  const lines = new Map([...texts].map(([file, text]) => [file, text.split(/\r?\n/)]));
  return ({ menu, span }) => {
    const all = lines.get(span.file);
    if (menu === '' || all === undefined) return undefined;
    const own = all.slice(span.start.line - 1, span.end.line);
    return visible(own.reduce(unwrap, '\\').trim());
  };
}

/** `\` at the end of a line goes on at the first word of the next one. */
const unwrap = (before: string, line: string): string =>
  before.endsWith('\\') ? `${before.slice(0, -1)}${line.trimStart()}` : `${before} ${line.trim()}`;

/** Steps as a numbered list, each with its place and the quoted line. */
export function printStory(
  { lines, tables }: Story,
  quote: Quote,
  colours: Colours,
  language: Language,
): string {
  const steps = lines.map((line, i) => printLine(line, `${`${i + 1}`.padStart(3)}. `, quote, colours));
  if (tables.length === 0) return steps.join('');
  const empty = tables.map(line => printLine(line, '  - ', quote, colours));
  return `${steps.join('')}\n${walkWords[language].emptyTables}\n${empty.join('')}`;
}

function printLine({ text, origin }: StoryLine, head: string, quote: Quote, colours: Colours): string {
  const place = origin ? placeOf(origin) : '';
  const line = origin && quote(origin);
  const source = line ? `       ${colours.dim(`${place}  ${line}`)}\n` : '';
  return `${head}${text}\n${source}`;
}
