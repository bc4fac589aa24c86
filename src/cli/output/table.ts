import { stripVTControlCharacters } from 'node:util';

/** One column of a text table. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right' | undefined;
}

const width = (text: string): number => [...stripVTControlCharacters(text)].length;

function pad(text: string, size: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, size - width(text)));
  return align === 'right' ? space + text : text + space;
}

/** Rows under aligned titles, two spaces between columns, no trailing spaces; cells may be coloured. */
export function printTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const all = [columns.map(({ title }) => title), ...rows];
  const sizes = columns.map((_, index) =>
    all.reduce((most, row) => Math.max(most, width(row[index] ?? '')), 0),
  );
  const line = (row: readonly string[]): string =>
    columns
      .map(({ align }, index) => pad(row[index] ?? '', sizes[index] ?? 0, align))
      .join('  ')
      .trimEnd();
  return all.map(row => `${line(row)}\n`).join('');
}
