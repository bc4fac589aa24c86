import { printTable } from './table.ts';
import { wrap } from './wrap.ts';

/** Columns whose cells are no longer than this are figures and names; they are never broken. */
const narrow = 18;
const leastProse = 24;

const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0);

/** A width for each column: as narrow as its figures allow; columns of sentences share what is left of `total`. */
function widths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  total: number,
): readonly number[] {
  const cells = columns.map((_, index) => longest(rows.map(row => row[index] ?? '')));
  const words = columns.map(title => longest(title.split(' ')));
  // The first column says what a row is about: it is never broken either.
  const isProse = cells.map((size, index) => index > 0 && size > narrow);
  const fixed = cells.map((size, index) => (isProse[index] ? 0 : Math.max(size, words[index] ?? 0)));
  const left = total - 2 * (columns.length - 1) - fixed.reduce((sum, size) => sum + size, 0);
  const share = Math.max(leastProse, Math.floor(left / Math.max(1, isProse.filter(Boolean).length)));
  return fixed.map((size, index) => (isProse[index] ? share : size));
}

function inLines(row: readonly string[], sizes: readonly number[]): string[][] {
  const cells = row.map((cell, index) => wrap(cell, sizes[index] ?? leastProse));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => cells.map(cell => cell[line] ?? ''));
}

/** A table that fits a terminal of `total` columns: titles and sentences go on below themselves. */
export function printWideTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  total: number,
): string {
  const sizes = widths(columns, rows, total);
  const [titles = [], ...rest] = inLines(columns, sizes);
  const body = [...rest, ...rows.flatMap(row => inLines(row, sizes))];
  return printTable(
    titles.map(title => ({ title })),
    body,
  );
}
