import type { ReactNode } from 'react';

/** What a cell is compared, found and sorted by. */
export type CellValue = string | number | undefined;

/** One column, as Winbox names it. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly value: (row: Row) => CellValue;
  /** How it is shown; default: the value. */
  readonly show?: (row: Row) => ReactNode;
  /** px */
  readonly width: number;
  /** Numbers stand at the end, so that digits align. */
  readonly end?: boolean;
  /** Not shown until it is chosen. */
  readonly extra?: boolean;
  /** Where the server sorts: by what it calls this column; undefined: not by this one. */
  readonly serverSort?: string;
}

/** One letter in the first column of a row. */
export interface Flag {
  readonly letter: string;
  readonly name: string;
}

/** Winbox's colours of rows: disabled grey, invalid red, inactive blue. */
export type Tone = 'plain' | 'disabled' | 'invalid' | 'inactive';

/** Where a row comes from. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

/** What a table needs to know of its rows. */
export interface RowKind<Row> {
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly flags?: (row: Row) => readonly Flag[];
  readonly tone?: (row: Row) => Tone;
  /** The line above the row, after `;;;`. */
  readonly comment?: (row: Row) => string | undefined;
  readonly source?: (row: Row) => Source | undefined;
  /** Where "explain from here" leads; undefined: nothing is asked from this row. */
  readonly explain?: (row: Row) => string | undefined;
  /** What is shown of an opened row beside its columns. */
  readonly more?: (row: Row) => ReactNode;
}
