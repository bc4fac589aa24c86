import { valuesOf } from '../amount.ts';
import type { Amount, Cell, Table } from '../result.ts';

type Row = readonly Cell[];

const isText = (cell: Cell): cell is string => typeof cell === 'string';

/** What a row is about: its texts until the first number. */
const keyOf = (row: Row): string => {
  const first = row.findIndex(cell => !isText(cell));
  return JSON.stringify(first < 0 ? row : row.slice(0, first));
};

/** One value of each run. */
const amounts = (cells: readonly Amount[]): Amount => cells.flatMap(valuesOf);

/** Texts that differ stand side by side; numbers are those of the runs that have them. */
function mergeCells(cells: readonly (Cell | undefined)[]): Cell {
  const there = cells.filter(cell => cell !== undefined);
  if (there.every(isText)) return [...new Set(there)].join(' / ');
  return amounts(there.flatMap(cell => (isText(cell) ? [] : [cell])));
}

function mergeRows(rows: readonly (Row | undefined)[]): Row {
  const width = Math.max(...rows.map(row => row?.length ?? 0));
  return Array.from({ length: width }, (_, index) => mergeCells(rows.map(row => row?.[index])));
}

/** Rows are the same where they are about the same thing, and otherwise where each run has as many. */
function rowsOf(tables: readonly Table[]): readonly Row[] {
  const [first] = tables;
  const alike = tables.every(({ rows }) => rows.length === first?.rows.length);
  if (alike) return (first?.rows ?? []).map((_, index) => mergeRows(tables.map(({ rows }) => rows[index])));
  const keys = [...new Set(tables.flatMap(({ rows }) => rows.map(keyOf)))];
  return keys.map(key => mergeRows(tables.map(({ rows }) => rows.find(row => keyOf(row) === key))));
}

/** One table of the same table of several runs. */
export function mergeTables(tables: readonly Table[]): readonly Table[] {
  const [first] = tables;
  return first ? [{ ...first, rows: rowsOf(tables) }] : [];
}
