import type { Position, Span } from '../../text/index.ts';
import type { Range } from './tree.ts';

/** A named text with its line starts: turns offsets into positions. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Offset at which each line begins; the first is 0. */
  readonly lineStarts: readonly number[];
  /** The files that the text was put together from, in order; empty where it is one. */
  readonly parts: readonly SourcePart[];
}

/** Where a file of several begins in the whole text: on a line of its own. */
export interface SourcePart {
  readonly file: string;
  readonly start: number;
  /** Where it was made of another text: which stretch of it comes from where, in the order of their starts. */
  readonly made?: readonly MadeStretch[] | undefined;
}

/** A stretch of a text that was made (offsets in it) and what it was made of; stretches may lie inside one before them. */
export interface MadeStretch extends Range {
  readonly span: Span;
}

export function makeSource(file: string, text: string, parts: readonly SourcePart[] = []): Source {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts, parts };
}

/** The line that an offset lies in, from 0. */
function lineIndexAt({ lineStarts }: Source, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same where the offset lies in or behind a line that is known: most ranges end in the line in which they begin. */
const lineIndexFrom = (line: number, source: Source, offset: number): number =>
  offset < (source.lineStarts[line + 1] ?? Number.POSITIVE_INFINITY) ? line : lineIndexAt(source, offset);

/** Line and column (from 1) of an offset in a line; lines count from that in which its file begins. */
const positionIn = ({ lineStarts }: Source, line: number, offset: number, first: number): Position => ({
  offset,
  line: line - first + 1,
  column: offset - (lineStarts[line] ?? 0) + 1,
});

/** The file of several that a range stands in. */
export const partAt = ({ parts }: Source, range: Range): SourcePart | undefined =>
  parts.length === 0 ? undefined : parts.findLast(({ start }) => start <= range.start);

/** The place of a range. Offsets are those of the whole text, also where it was put together. */
export function spanOf(source: Source, range: Range): Span {
  const part = partAt(source, range);
  const made = part && madeOf(part, range);
  if (made) return made;
  const first = part ? lineIndexAt(source, part.start) : 0;
  const line = lineIndexAt(source, range.start);
  return {
    file: part?.file ?? source.file,
    start: positionIn(source, line, range.start, first),
    end: positionIn(source, lineIndexFrom(line, source, range.end), range.end, first),
  };
}

/** What a range was made of. Offsets stay those of the text that is read: they tell its statements apart. */
function madeOf({ made = [], start: begins }: SourcePart, { start, end }: Range): Span | undefined {
  const at = start - begins;
  let [low, high] = [0, made.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((made[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  // The closest: properties lie behind the statement that they are of.
  let found = made[--low];
  while (found && found.end <= at) found = made[--low];
  if (!found) return undefined;
  const { span } = found;
  return { file: span.file, start: { ...span.start, offset: start }, end: { ...span.end, offset: end } };
}

/** Offsets at which the second and further lines of a range begin. */
export function furtherLines(source: Source, { start, end }: Range): readonly number[] {
  return source.lineStarts.slice(lineIndexAt(source, start) + 1, lineIndexAt(source, end) + 1);
}
