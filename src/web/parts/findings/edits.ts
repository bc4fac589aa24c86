import type { FixView } from '../views.ts';

/** A text with the replacements of a fix; they do not overlap. */
export function withEdits(text: string, edits: FixView['edits']): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (line: number, column: number): number =>
    line > starts.length ? text.length : Math.min(text.length, (starts[line - 1] ?? 0) + column - 1);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return edits
    .map(({ line, column, endLine, endColumn, text: written }) => ({
      from: offset(line, column),
      to: offset(endLine, endColumn),
      written: written.replaceAll(/\r?\n/g, newline),
    }))
    .sort((a, b) => b.from - a.from)
    .reduce(
      (done, { from, to, written }) => `${done.slice(0, from)}${written}${done.slice(Math.max(from, to))}`,
      text,
    );
}
