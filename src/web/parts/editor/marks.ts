import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';

/** A stretch of the text, and what is said of it. Lines and columns count from 1. */
export interface Marked {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly source: string;
}

/** Where marks lie in a text as it is now; those beyond its end are at its end. */
export const marksIn = (text: Text, marks: readonly Marked[]): Diagnostic[] =>
  marks
    .map(({ line, column, endLine, endColumn, severity, message, source }) => {
      const from = offsetIn(text, line, column);
      return { from, to: Math.max(from, offsetIn(text, endLine, endColumn)), severity, message, source };
    })
    .sort((a, b) => a.from - b.from);

function offsetIn(text: Text, line: number, column: number): number {
  if (line > text.lines) return text.length;
  const { from, to } = text.line(Math.max(1, line));
  return Math.min(to, from + column - 1);
}
