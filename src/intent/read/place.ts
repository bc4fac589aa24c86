import type { Span } from '../../text/index.ts';
import { spanAt, type YamlPlace } from '../../yaml/index.ts';
import type { Path } from '../path.ts';

/**
 * Where a key stands, on one line: the key itself, of a list its entry. What the file leaves out is there for the key above
 * it, or for its lines.
 */
export function placeOfKey(place: YamlPlace, path: Path): Span {
  for (let depth = path.length; depth > 0; depth--) {
    const part = path.slice(0, depth);
    if (!place.document.hasIn(part)) continue;
    return onOneLine(place, spanAt(place, part, typeof part.at(-1) === 'number' ? 'value' : 'key'));
  }
  return onOneLine(place, spanAt(place, ['wans'], 'key'));
}

/** The first line of a span. */
export function onOneLine({ lines }: YamlPlace, span: Span): Span {
  const { start, end } = span;
  if (end.line === start.line) return span;
  const next = lines.lineStarts[start.line] ?? end.offset;
  const offset = Math.max(start.offset, next - 1);
  return { ...span, end: { offset, line: start.line, column: start.column + offset - start.offset } };
}
