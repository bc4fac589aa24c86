import { memo } from 'react';
import { unknown } from '../say/numbers.ts';
import type { Column, RowKind } from './column.ts';
import style from './table.module.css';

export interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly kind: RowKind<Row>;
  /** The ids of the columns that are shown, in order. */
  readonly columns: string;
  readonly isHere: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Row<Row>({ row, index, kind, columns, isHere, isOpen, onOpen }: TableRowProps<Row>) {
  const byId = new Map(kind.columns.map(column => [column.id, column]));
  const shown = columns.split(' ').flatMap(id => byId.get(id) ?? []);
  const comment = kind.comment?.(row);
  return (
    <tbody data-tone={kind.tone?.(row) ?? 'plain'} data-open={isOpen || undefined}>
      {comment && (
        <tr className={style['comment']}>
          <td colSpan={shown.length + (kind.flags ? 1 : 0)}>;;; {comment}</td>
        </tr>
      )}
      <tr
        data-row={index}
        aria-rowindex={index + 2}
        aria-selected={isOpen}
        tabIndex={isHere ? 0 : -1}
        onClick={onOpen}
      >
        {kind.flags && <FlagCell row={row} kind={kind} />}
        {shown.map(column => (
          <Cell key={column.id} row={row} column={column} />
        ))}
      </tr>
    </tbody>
  );
}

/** Drawn anew only where something of it changed. */
export const TableRow = memo(
  Row,
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.kind === b.kind &&
    a.columns === b.columns &&
    a.isHere === b.isHere &&
    a.isOpen === b.isOpen,
) as typeof Row;

function FlagCell<Row>({ row, kind }: { readonly row: Row; readonly kind: RowKind<Row> }) {
  const flags = kind.flags?.(row) ?? [];
  return (
    <td className={style['flags']} title={flags.map(({ letter, name }) => `${letter} ${name}`).join(', ')}>
      {flags.map(({ letter }) => letter).join('')}
    </td>
  );
}

function Cell<Row>({ row, column }: { readonly row: Row; readonly column: Column<Row> }) {
  const value = column.value(row);
  const shown = column.show ? column.show(row) : value;
  const isPlain = typeof shown === 'string' || typeof shown === 'number';
  return (
    <td className={column.end ? style['end'] : ''} title={isPlain ? String(shown) : undefined}>
      {shown === undefined ? <span className={style['dash']}>{column.end ? unknown : ''}</span> : shown}
    </td>
  );
}
