import type { ReactNode } from 'react';
import style from './plain-table.module.css';

export interface PlainColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly end?: boolean;
}

/** A few rows, all shown. */
export function PlainTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  fits = false,
}: {
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Few and short columns: it is never wider than a phone. */
  readonly fits?: boolean;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={style['scroll']} data-fits={fits || undefined} tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map(({ header, end }) => (
              <th key={header} scope="col" data-end={end || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              {columns.map(({ header, cell, end }) => (
                <td key={header} data-end={end || undefined} data-label={header}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
