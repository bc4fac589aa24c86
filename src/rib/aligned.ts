/** Not `Math.max(...)`: rows may be more than a call can have arguments. */
const longest = (rows: readonly (readonly string[])[], column: number): number =>
  rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0);

/** How a column is printed. */
export interface ColumnShape {
  /** Least width. */
  readonly width?: number | undefined;
  readonly right?: boolean | undefined;
  /** Blanks behind it. Default: two. */
  readonly gap?: number | undefined;
}

/** Rows of cells with aligned columns, two blanks between them unless `shapes` says otherwise. */
export function aligned(rows: readonly (readonly string[])[], shapes: readonly ColumnShape[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(longest(rows, column), shapes[column]?.width ?? 0),
  );
  const cellOf = (cell: string, column: number): string => {
    const { right = false, gap = 2 } = shapes[column] ?? {};
    const width = widths[column] ?? 0;
    return `${right ? cell.padStart(width) : cell.padEnd(width)}${' '.repeat(gap)}`;
  };
  return rows.map(row => row.map(cellOf).join('').trimEnd()).join('\n');
}
