import { parseAddress, parsePrefix, prefixContains } from '../../net/index.ts';
import type { CellValue, Column, RowKind } from './column.ts';

export const operators = ['contains', 'is', 'isNot', 'in'] as const;
export type Operator = (typeof operators)[number];

/** One line of the filter stack: "Dst. Address in 10.0.0.0/8". */
export interface Condition {
  readonly column: string;
  readonly operator: Operator;
  readonly value: string;
}

type Test = (value: CellValue) => boolean;

const text = (value: CellValue): string => (value === undefined ? '' : String(value).toLowerCase());

/** `in`: a prefix for addresses, `10-20` for numbers, else one of a list with commas. */
function isIn(wanted: string): Test {
  const prefix = wanted.includes('/') ? parsePrefix(wanted.trim()) : undefined;
  if (prefix !== undefined)
    return value => {
      const address = parseAddress(text(value).split(/[/:%\s]/)[0] ?? '') ?? parseAddress(text(value));
      return address !== undefined && prefixContains(prefix, address);
    };
  const range = /^\s*(\d+)\s*-\s*(\d+)\s*$/.exec(wanted);
  if (range) return value => Number(value) >= Number(range[1]) && Number(value) <= Number(range[2]);
  const list = wanted
    .toLowerCase()
    .split(',')
    .map(part => part.trim());
  return value => list.includes(text(value));
}

function testOf({ operator, value }: Condition): Test {
  const wanted = value.trim().toLowerCase();
  switch (operator) {
    case 'is':
      return found => text(found) === wanted;
    case 'isNot':
      return found => text(found) !== wanted;
    case 'contains':
      return found => text(found).includes(wanted);
    case 'in':
      return isIn(value);
  }
}

/** Rows that every condition lets through and that have the words of the find box somewhere. */
export function filtered<Row>(
  rows: readonly Row[],
  kind: RowKind<Row>,
  conditions: readonly Condition[],
  find: string,
): readonly Row[] {
  const byId = new Map(kind.columns.map(column => [column.id, column]));
  const tests = conditions.flatMap(condition => {
    const column = byId.get(condition.column);
    return column && condition.value.trim() !== '' ? [[column, testOf(condition)] as const] : [];
  });
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  if (tests.length === 0 && words.length === 0) return rows;
  return rows.filter(
    row =>
      tests.every(([column, test]) => test(column.value(row))) &&
      (words.length === 0 || hasWords(row, kind, words)),
  );
}

function hasWords<Row>(row: Row, kind: RowKind<Row>, words: readonly string[]): boolean {
  const all = [
    ...kind.columns.map((column: Column<Row>) => text(column.value(row))),
    text(kind.comment?.(row)),
  ];
  return words.every(word => all.some(found => found.includes(word)));
}
