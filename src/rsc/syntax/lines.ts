import type { Position, Span } from '../../text/index.ts';
import type { Range } from './tree.ts';

/** A named text with its line starts: turns offsets into positions. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Offset at which each line begins; the first is 0. */
  readonly lineStarts: readonly number[];
}

export function makeSource(file: string, text: string): Source {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { file, text, lineStarts };
}

/** Line and column (from 1) of an offset. */
function positionAt({ lineStarts }: Source, offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { offset, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

export function spanOf(source: Source, range: Range): Span {
  return {
    file: source.file,
    start: positionAt(source, range.start),
    end: positionAt(source, range.end),
  };
}
