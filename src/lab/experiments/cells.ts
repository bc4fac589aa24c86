import { medianOf, rangeOf, valuesOf } from './amount.ts';
import type { Amount, Cell, Column, Table, Unit } from './result.ts';

/** How numbers of one unit are written: divided by `size`, named `name`. */
export interface Scale {
  readonly name: string;
  readonly size: number;
  /** Decimals where not all numbers are whole. */
  readonly digits: number;
}

const rates: readonly Scale[] = [
  { name: 'bps', size: 1, digits: 0 },
  { name: 'kbps', size: 1e3, digits: 1 },
  { name: 'Mbps', size: 1e6, digits: 2 },
  { name: 'Gbps', size: 1e9, digits: 2 },
];

const plain = (name: string): Scale => ({ name, size: 1, digits: 1 });

/** From so many on the next prefix is taken: `9 600 kbps`, `10 Mbps`, as Winbox names them. */
const most = 10_000;

/**
 * One scale for all these numbers. Rates take the prefix of the largest; times are in s where none is below 1 s (0 apart), so
 * that no digit of a short one is lost.
 */
export function scaleOf(unit: Unit, values: readonly number[]): Scale {
  const sizes = values.map(Math.abs).filter(value => value > 0);
  const largest = Math.max(0, ...sizes);
  if (unit === 'bit/s') return rates.find(({ size }) => largest / size < most) ?? plain(unit);
  if (unit === 'ms' && sizes.length > 0 && Math.min(...sizes) >= 1000)
    return { name: 's', size: 1000, digits: 2 };
  return plain(unit);
}

const thousands = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '\u202f');

const fixed = (value: number, digits: number): string => thousands(value.toFixed(digits));

/** A number for an axis: no more decimals than it has. */
export const plainNumber = (value: number): string => thousands(`${Number(value.toPrecision(6))}`);

/** Decimals that all of these numbers are written with. */
function digitsOf(values: readonly number[], { size, digits }: Scale, wanted = digits): number {
  return values.every(value => Number.isInteger(value / size)) ? 0 : wanted;
}

/** How the cells of one column are written. */
export interface Look {
  readonly scale: Scale;
  readonly digits: number;
  readonly none: string;
}

const isAmount = (cell: Cell): cell is Amount => typeof cell !== 'string';

/** Every number of a column. */
const numbersOf = (cells: readonly Cell[]): readonly number[] =>
  cells
    .filter(isAmount)
    .flatMap(valuesOf)
    .filter(value => value !== null);

const columnOf = (column: string | Column): Column =>
  typeof column === 'string' ? { title: column } : column;

/** How each column of a table is written: one scale for each unit of the whole table. */
function looksOf({ columns, rows }: Table): readonly Look[] {
  const cells = columns.map((_, index) => rows.map(row => row[index] ?? ''));
  return columns.map((column, index) => {
    const { unit, digits, none = '–' } = columnOf(column);
    const same = columns.flatMap((other, place) =>
      unit !== undefined && columnOf(other).unit === unit ? numbersOf(cells[place] ?? []) : [],
    );
    const scale = unit === undefined ? plain('') : scaleOf(unit, same);
    return { scale, none, digits: digitsOf(numbersOf(cells[index] ?? []), scale, digits) };
  });
}

/** `14.60`; of several runs that differ the median and the range, `14.60 (14.20–14.90)`. */
export function amountText(amount: Amount, { scale, digits, none }: Look): string {
  const show = (value: number | null): string => (value === null ? none : fixed(value / scale.size, digits));
  const [least, greatest] = rangeOf(amount).map(show);
  const middle = show(medianOf(amount));
  return least === greatest ? middle : `${middle} (${least}–${greatest})`;
}

/** A number by itself, with its unit: `487.6 kbps`, `66.3 % (65.9–67.0)`. */
export function quantityText(amount: Amount, unit: Unit | undefined, none = '–'): string {
  const values = valuesOf(amount).filter(value => value !== null);
  const scale = unit === undefined ? plain('') : scaleOf(unit, values);
  const look = { scale, none, digits: digitsOf(values, scale, undefined) };
  const [middle = '', ...range] = amountText(amount, look).split(' (');
  const named = medianOf(amount) === null || scale.name === '' ? middle : `${middle} ${scale.name}`;
  return [named, ...range].join(' (');
}

/** A table as it is read. */
export interface TableText {
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

function titleOf(column: Column, { scale }: Look): string {
  if (column.unit === undefined) return column.title;
  return column.title === '' ? scale.name : `${column.title} (${scale.name})`;
}

/** The texts of a table; units stand in the titles of its columns. */
export function tableText(table: Table): TableText {
  const looks = looksOf(table);
  const isNumber = (index: number): boolean => {
    const cells = table.rows.map(row => row[index] ?? '');
    return cells.some(isAmount);
  };
  return {
    columns: looks.map((look, index) => ({
      title: titleOf(columnOf(table.columns[index] ?? ''), look),
      isNumber: isNumber(index),
    })),
    rows: table.rows.map(row =>
      row.map((cell, index) => {
        const look = looks[index];
        return isAmount(cell) ? (look ? amountText(cell, look) : '') : cell;
      }),
    ),
  };
}
