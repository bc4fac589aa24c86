import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import type { RowKind } from './column.ts';
import { keepView, readView } from './kept-view.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic, text: sortFn_text },
});

/** `byUser`: rows have no order of their own; `byServer`: the server sorts; `fixed`: order is meaning. */
export type Sorting = 'byUser' | 'byServer' | 'fixed';

/** The table's columns as the user arranged them, and its rows in order. */
export function useView<Row extends object>(
  id: string,
  kind: RowKind<Row>,
  rows: readonly Row[],
  sorting: Sorting,
) {
  const [kept] = useState(() => readView(id));
  const columns = useMemo(
    () =>
      kind.columns.map(column => ({
        id: column.id,
        header: column.header,
        accessorFn: column.value,
        size: Math.max(column.width, headWidth(column.header)),
        minSize: 40,
        maxSize: 900,
        enableSorting: sorting === 'byUser' || (sorting === 'byServer' && column.serverSort !== undefined),
        sortUndefined: 'last' as const,
        sortDescFirst: column.end === true,
        sortFn: column.end ? ('basic' as const) : ('alphanumeric' as const),
      })),
    [kind, sorting],
  );
  const hidden = useMemo(
    () => Object.fromEntries(kind.columns.filter(({ extra }) => extra).map(column => [column.id, false])),
    [kind],
  );
  const table = useTable({
    features,
    columns,
    data: rows as Row[],
    getRowId: kind.keyOf,
    columnResizeMode: 'onChange',
    manualSorting: sorting === 'byServer',
    initialState: {
      columnOrder: [...(kept.order ?? [])],
      columnVisibility: { ...hidden, ...kept.shown },
      columnSizing: { ...kept.widths },
      sorting: sorting === 'fixed' ? [] : [...(kept.sort ?? [])],
    },
  });
  const { columnOrder, columnVisibility, columnSizing, sorting: sort } = table.state;
  useEffect(() => {
    keepView(id, { order: columnOrder, shown: columnVisibility, widths: columnSizing, sort });
  }, [id, columnOrder, columnVisibility, columnSizing, sort]);
  return table;
}

/** So that no name of a column is cut: px of its letters, and of what is around them. */
const headWidth = (name: string): number => Math.ceil(name.length * 7.2) + 24;

export type View<Row extends object> = ReturnType<typeof useView<Row>>;
