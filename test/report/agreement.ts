import { valuesOf } from '../../src/lab/experiments/amount.ts';
import type { Bars, Cell, Column, Figure, Table, Timeline } from '../../src/lab/experiments/result.ts';

/** What a reader can look up twice: in a figure, and in the tables beside it. */
export interface Shown {
  readonly figures: readonly Figure[];
  readonly tables: readonly Table[];
}

const titleOf = (column: string | Column): string => (typeof column === 'string' ? column : column.title);
const unitOf = (column: string | Column | undefined) =>
  typeof column === 'object' ? column.unit : undefined;
const texts = (row: readonly Cell[]): readonly string[] => row.filter(cell => typeof cell === 'string');

/** Every cell in rows about `subject`, in columns of that unit, of any table. */
function barCells({ unit }: Bars, name: string, tables: readonly Table[]): readonly Cell[] {
  return tables.flatMap(({ columns, rows }) =>
    rows
      .filter(row => texts(row).includes(name))
      .flatMap(row => row.filter((_, index) => unitOf(columns[index]) === unit)),
  );
}

function wrongBars(figure: Bars, tables: readonly Table[]): readonly string[] {
  return figure.bars.flatMap(({ name, value }) => {
    const found = barCells(figure, name, tables).map(cell => JSON.stringify(cell));
    return found.includes(JSON.stringify(value))
      ? []
      : [`${figure.title}: ${name} is ${JSON.stringify(value)}, its row has ${found.join(', ')}`];
  });
}

const runOf = (cell: Cell | undefined, run: number): number | null =>
  cell === undefined || typeof cell === 'string' ? null : (valuesOf(cell)[run - 1] ?? null);

/** The rows that a figure's title names, all the texts of the row's beginning. */
const isNamed = (row: readonly Cell[], title: string): boolean => {
  const first = row.findIndex(cell => typeof cell !== 'string');
  const [one = '', other = ''] = row.slice(0, first);
  return title.includes(`${one} ${other}`) || title.endsWith(`${one}`);
};

function measured({ title, measure, run }: Timeline, tables: readonly Table[]): readonly (number | null)[] {
  return tables.flatMap(({ columns, rows }) => {
    const place = columns.findIndex(column => titleOf(column) === measure.name);
    if (place < 0) return [];
    return rows.filter(row => isNamed(row, title)).map(row => runOf(row[place], run?.index ?? 1));
  });
}

/** One row says it, or the rows of its phases add up to it. */
function wrongMeasure(figure: Timeline, tables: readonly Table[]): readonly string[] {
  const found = measured(figure, tables);
  const { value, name } = figure.measure;
  const whole = found.every(one => one !== null) ? found.reduce((sum, one) => sum + one, 0) : null;
  if (found.length > 0 && whole === value) return [];
  return [`${figure.title}: ${name} is ${value}, its table has ${found.join(', ') || 'no row for it'}`];
}

/** Figures that differ from the tables beside them, a sentence each. */
export const disagreements = ({ figures, tables }: Shown): readonly string[] =>
  figures.flatMap(figure =>
    figure.kind === 'bars' ? wrongBars(figure, tables) : wrongMeasure(figure, tables),
  );
