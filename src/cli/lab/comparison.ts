import type { Comparison, Table } from '../../lab/index.ts';
import type { Colours } from '../output/colour.ts';
import { printWideTable } from '../output/wide-table.ts';
import { wrap } from '../output/wrap.ts';

function section({ title, columns, rows, note }: Table, colours: Colours, width: number): string {
  const below = note === undefined ? '' : `${colours.dim(wrap(note, width).join('\n'))}\n`;
  return `${colours.bold(title)}\n${printWideTable(columns, rows, width)}${below}\n`;
}

/** The configurations side by side, for a terminal. */
export function printComparison(found: Comparison, colours: Colours, width: number): string {
  const tables = [found.shares, ...found.idle, found.failover, found.speed].filter(
    ({ rows }) => rows.length > 0,
  );
  const body = tables.map(table => section(table, colours, width)).join('');
  return `${colours.bold(colours.cyan(found.headline))}\n\n${body}`;
}
