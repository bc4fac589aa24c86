import type { UseQueryResult } from '@tanstack/react-query';
import { Failed, Loading } from '../ui/notice.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';

interface List<Row> {
  readonly at: string;
  readonly items: readonly Row[];
}

export interface TablePageProps<Row extends object, L extends List<Row>>
  extends Omit<DataTableProps<Row>, 'rows' | 'at'> {
  readonly read: Pick<UseQueryResult<L>, 'data' | 'error' | 'refetch'>;
}

/** A page that is one table of what the API lists: what was read last stays while it cannot be read anew. */
export function TablePage<Row extends object, L extends List<Row>>({
  read: { data, error, refetch },
  ...table
}: TablePageProps<Row, L>) {
  if (data) return <DataTable {...table} rows={data.items} at={data.at} />;
  return error ? <Failed error={error} again={refetch} page={table.label} /> : <Loading />;
}
