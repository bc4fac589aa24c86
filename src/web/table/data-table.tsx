import { type ReactNode, useMemo, useState } from 'react';
import type { RowKind } from './column.ts';
import { type Condition, filtered } from './filter.ts';
import { RowDetails } from './row-details.tsx';
import style from './table.module.css';
import { TableGrid } from './table-grid.tsx';
import { Toolbar } from './toolbar.tsx';
import { type Sorting, useView } from './use-view.ts';

export interface DataTableProps<Row extends object> {
  /** How a user arranged it is kept under this name. */
  readonly id: string;
  readonly label: string;
  readonly kind: RowKind<Row>;
  readonly rows: readonly Row[];
  readonly sorting?: Sorting;
  /** When it was read, ISO 8601. */
  readonly at?: string | undefined;
  /** At the right of the find box: the chain, the routing table. */
  readonly choice?: ReactNode;
  /** What stands where there is no row at all. */
  readonly empty: ReactNode;
  /** A row leads to a page of its own instead of its details. */
  readonly onOpenRow?: (key: string) => void;
  /** What has to be known of its figures. */
  readonly below?: string | undefined;
}

/** A table as Winbox has it: find, filters, chosen columns, flags, comments, and where each row comes from. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { id, kind, rows, sorting = 'byUser', label } = props;
  const [find, setFind] = useState('');
  const [conditions, setConditions] = useState<readonly Condition[]>([]);
  const [open, setOpen] = useState<string>();
  const shown = useMemo(() => filtered(rows, kind, conditions, find), [rows, kind, conditions, find]);
  const view = useView(id, kind, shown, sorting);
  const opened = open === undefined ? undefined : rows.find(row => kind.keyOf(row) === open);
  return (
    <section className={style['table']} aria-label={label}>
      <Toolbar
        {...{ view, kind, find, setFind, conditions, setConditions, label }}
        counted={[shown.length, rows.length]}
        at={props.at}
        choice={props.choice}
      />
      <TableGrid
        {...{ view, kind, label }}
        opened={open}
        onOpen={props.onOpenRow ?? setOpen}
        empty={rows.length === 0 ? props.empty : undefined}
      />
      {props.below && <p className={style['below']}>{props.below}</p>}
      <RowDetails kind={kind} row={opened} onClose={() => setOpen(undefined)} />
    </section>
  );
}
