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
/** The texts that a row begins with: what it is about. */
const subjectsOf = (row: readonly Cell[]): readonly string[] => {
  const first = row.findIndex(cell => typeof cell !== 'string');
  return row.slice(0, first < 0 ? row.length : first).filter(cell => typeof cell === 'string');
};

/** Is a row about that bar, and about nothing besides that the figure's title does not name? */
const isAbout = (row: readonly Cell[], name: string, { title }: Bars): boolean => {
  const subjects = subjectsOf(row);
  return subjects.includes(name) && subjects.every(one => one === name || title.includes(one));
};

/** Every cell in rows about a bar, in columns of its unit, of any table. */
function barCells(figure: Bars, name: string, tables: readonly Table[]): readonly Cell[] {
  return tables.flatMap(({ columns, rows }) =>
    rows
      .filter(row => isAbout(row, name, figure))
      .flatMap(row => row.filter((_, index) => unitOf(columns[index]) === figure.unit)),
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
