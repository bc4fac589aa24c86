import { describe, expect, it } from 'vitest';
import type { RowKind } from './column.ts';
import { type Condition, filtered } from './filter.ts';

interface Row {
  readonly name: string;
  readonly dst: string;
  readonly port?: number;
}

const kind: RowKind<Row> = {
  keyOf: row => row.name,
  comment: row => (row.name === 'b' ? 'remote desktop' : undefined),
  columns: [
    { id: 'name', header: 'Name', width: 80, value: row => row.name },
    { id: 'dst', header: 'Dst. Address', width: 80, value: row => row.dst },
    { id: 'port', header: 'Port', width: 80, value: row => row.port },
  ],
};
const rows: readonly Row[] = [
  { name: 'a', dst: '10.1.2.3:443', port: 443 },
  { name: 'b', dst: '10.5.50.6', port: 3389 },
  { name: 'c', dst: '2001:db8::7' },
];
const names = (conditions: readonly Condition[], find = ''): string =>
  filtered(rows, kind, conditions, find)
    .map(row => row.name)
    .join('');

describe('the filter stack', () => {
  it.each([
    ['dst', 'in', '10.1.0.0/16', 'a'],
    ['dst', 'in', '2001:db8::/32', 'c'],
    ['port', 'in', '400-500', 'a'],
    ['name', 'in', 'a, c', 'ac'],
    ['name', 'is', 'B', 'b'],
    ['name', 'isNot', 'b', 'ac'],
    ['dst', 'contains', '50.6', 'b'],
    ['dst', 'contains', '', 'abc'],
    ['gone', 'is', 'x', 'abc'],
  ] as const)('%s %s %s → %s', (column, operator, value, wanted) =>
    expect(names([{ column, operator, value }])).toBe(wanted),
  );

  it('every condition and every word must hold; comments are found too', () => {
    expect(names([{ column: 'dst', operator: 'contains', value: '10.' }], '443')).toBe('a');
    expect(names([], 'desktop 3389')).toBe('b');
    expect(names([], 'desktop 443')).toBe('');
  });
});
