import { type Quote, walkWords } from '../../answers/index.ts';
import { placeOf } from '../../model/index.ts';
import type { Language } from '../../text/index.ts';
import type { Story, StoryLine } from '../../walk/index.ts';
import type { Colours } from '../output/colour.ts';

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
