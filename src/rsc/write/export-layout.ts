import { lineWidth } from './wrap-words.ts';

/** Exports print what is shorter than this on one line. */
const narrowest = 77;

/**
 * Is a statement laid out as an export does it (docs/routeros.md#line-wrapping)? Only long ones are wrapped: between
 * words, behind a `=` and inside strings, and they go on below four blanks. `words`: the same without wraps.
 */
export function isExportLayout(written: string, words: readonly string[], indent: string): boolean {
  const lines = written.split(/\r?\n/);
  const joined = words.join(' ');
  if (lines.length === 1) return written === joined && indent.length + joined.length <= lineWidth;
  if (indent.length + joined.length < narrowest) return false;
  const areWrapped = lines.slice(0, -1).every(line => line.endsWith('\\'));
  const goOnBelow = lines.slice(1).every(line => line.startsWith(`${indent}    `));
  return areWrapped && goOnBelow && putTogether(lines) === joined;
}

const putTogether = (lines: readonly string[]): string =>
  lines.map((line, i) => (i === 0 ? line : line.trimStart()).replace(/\\$/, '')).join('');

/** Does any line go on below? `/export terse`, and who writes by hand, wrap nothing, whatever the length. */
export const wrapsLines = (text: string): boolean => /\\\r?\n/.test(text);
