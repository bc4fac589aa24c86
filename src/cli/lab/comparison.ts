import { type Comparison, type Table, tableText } from '../../lab/index.ts';
import type { Colours } from '../output/colour.ts';
import { printWideTable } from '../output/wide-table.ts';
import { wrap } from '../output/wrap.ts';

function section(table: Table, colours: Colours, width: number): string {
  const { title, note } = table;
  const { columns, rows } = tableText(table);
  const titles = columns.map(column => column.title);
  const below = note === undefined ? '' : `${colours.dim(wrap(note, width).join('\n'))}\n`;
  return `${colours.bold(title)}\n${printWideTable(titles, rows, width)}${below}\n`;
}

/** The configurations side by side, for a terminal. */
export function printComparison(found: Comparison, colours: Colours, width: number): string {
  const tables = [found.shares, ...found.idle, found.failover, found.speed].filter(
    ({ rows }) => rows.length > 0,
  );
  const body = tables.map(table => section(table, colours, width)).join('');
  return `${colours.bold(colours.cyan(found.headline))}\n\n${body}`;
}
