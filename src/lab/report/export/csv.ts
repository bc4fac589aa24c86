import { medianOf, rangeOf, valuesOf } from '../../experiments/amount.ts';
import type { Bars, Cell, Column, Figure, Table, Timeline } from '../../experiments/result.ts';
import { lostIn } from '../plot/describe.ts';
import type { PageWords } from '../say/page.ts';

/** RFC 4180: CRLF, and quotes where a field has a comma, a quote or a line break. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const file = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => `${row.map(field).join(',')}\r\n`).join('');

const isAmount = (cell: Cell): cell is Exclude<Cell, string> => typeof cell !== 'string';

/** Numbers as they are, in base units; nothing where there is none. */
const number = (value: number | null): string => (value === null ? '' : `${value}`);

/** As many runs as a column has; 0 for a column of texts. */
function runsOf(rows: Table['rows'], index: number): number {
  return Math.max(
    0,
    ...rows.map(row => row[index] ?? '').map(cell => (isAmount(cell) ? valuesOf(cell).length : 0)),
  );
}

function titles(column: string | Column, runs: number, say: PageWords): readonly string[] {
  const { title, unit } = typeof column === 'string' ? { title: column } : column;
  const named = unit === undefined ? title : `${title} (${unit})`;
  if (runs < 2) return [named];
  const each = Array.from({ length: runs }, (_, index) => say.runNumber(index + 1));
  return [...say.spread, ...each].map(what => `${named}, ${what}`);
}

function fields(cell: Cell, runs: number): readonly string[] {
  if (runs < 2) return [isAmount(cell) ? number(medianOf(cell)) : cell];
  if (!isAmount(cell)) return [cell, ...Array<string>(runs + 2).fill('')];
  const values = valuesOf(cell);
  const each = Array.from({ length: runs }, (_, index) => values[index] ?? null);
  return [medianOf(cell), ...rangeOf(cell), ...each].map(number);
}

/** A table as a CSV file: a line of titles with units, then its rows; with several runs the median, the range and each run. */
export function tableCsv({ columns, rows }: Table, say: PageWords): string {
  const runs = columns.map((_, index) => runsOf(rows, index));
  return file([
    columns.flatMap((column, index) => titles(column, runs[index] ?? 0, say)),
    ...rows.map(row => row.flatMap((cell, index) => fields(cell, runs[index] ?? 0))),
  ]);
}

function timelineCsv({ series, quantity, unit }: Timeline, say: PageWords): string {
  return file([
    [say.series, say.timeColumn, `${quantity} (${unit})`, say.lost],
    ...series.flatMap(({ name, points }) =>
      points.map(point => [name, `${point[0]}`, number(point[1]), `${lostIn(point)}`]),
    ),
  ]);
}

const barsTable = ({ title, quantity, unit, bars }: Bars, say: PageWords): Table => ({
  title,
  columns: ['', { title: quantity, unit }, { title: say.expected, unit }, { title: say.limit, unit }],
  rows: bars.map(({ name, value, expected, limit }) => [name, value, expected ?? null, limit ?? null]),
});

/** Everything that a figure is drawn from, as a CSV file. */
export const figureCsv = (figure: Figure, say: PageWords): string =>
  figure.kind === 'timeline' ? timelineCsv(figure, say) : tableCsv(barsTable(figure, say), say);
