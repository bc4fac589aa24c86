import { type Document, isMap, isNode, isScalar, LineCounter, type Node } from 'yaml';
import type { Position, Span } from '../text/index.ts';

/** Where messages point: the parsed text and its line starts. */
export interface YamlPlace {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly file: string;
}

/** Line starts of a text. The parser's own count has lines out of order where it recovers from an error. */
export function lineCounterOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** The span of what stands at `path`: its key or its value, or the nearest thing above it that the text has. */
export function spanAt(place: YamlPlace, path: readonly PropertyKey[], part: 'key' | 'value'): Span {
  for (let depth = path.length; depth > 0; depth--) {
    const node = nodeAt(place, path.slice(0, depth), depth === path.length ? part : 'value');
    if (node?.range) return spanOfOffsets(place, node.range[0], node.range[1]);
  }
  return spanOfOffsets(place, 0, 0);
}

function nodeAt(
  { document }: YamlPlace,
  path: readonly PropertyKey[],
  part: 'key' | 'value',
): Node | undefined {
  if (part === 'value') return asNode(document.getIn(path, true));
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  return asNode(parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))?.key);
}

const asNode = (value: unknown): Node | undefined => (isNode(value) ? value : undefined);

/** A span between two offsets of the text. */
export function spanOfOffsets({ lines, file }: YamlPlace, from: number, to: number): Span {
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { offset, line: Math.max(1, line), column: Math.max(1, col) };
  };
  return { file, start: at(from), end: at(to) };
}
