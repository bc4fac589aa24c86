import type { Comparison, Table } from '../../lab/index.ts';
import type { Colours } from '../output/colour.ts';
import { printTable } from '../output/table.ts';
import { wrap } from '../output/wrap.ts';

/** Cells share what the first column leaves; longer ones go on below. */
function printWide({ title, columns, rows, note }: Table, colours: Colours, width: number): string {
  const first = Math.max(...[columns, ...rows].map(row => (row[0] ?? '').length));
  const share = Math.max(9, Math.floor((width - first) / Math.max(1, columns.length - 1)) - 2);
  const lines = rows.flatMap(row => {
    const cells = row.map((cell, index) => (index === 0 ? [cell] : wrap(cell, share)));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => cells.map(cell => cell[line] ?? ''));
  });
  const table = printTable(
    columns.map(name => ({ title: name })),
    lines,
  );
  return `${colours.bold(title)}\n${table}${note === undefined ? '' : `${colours.dim(note)}\n`}\n`;
}

/** The configurations side by side, for a terminal. */
export function printComparison(found: Comparison, colours: Colours, columns: number): string {
  const tables = [found.shares, found.failover, found.speed, ...found.idle].filter(
    ({ rows }) => rows.length > 0,
  );
  const body = tables.map(table => printWide(table, colours, columns)).join('');
  return `${colours.bold(colours.cyan(found.headline))}\n\n${body}`;
}
