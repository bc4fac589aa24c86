/** Not `Math.max(...)`: rows may be more than a call can have arguments. */
const longest = (rows: readonly (readonly string[])[], column: number): number =>
  rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0);

/** Rows of cells with aligned columns, two blanks between them. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => longest(rows, column));
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
