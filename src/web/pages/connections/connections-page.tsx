import { useDeferredValue, useMemo, useState } from 'react';
import { RowDetails } from '../../table/row-details.tsx';
import table from '../../table/table.module.css';
import { TableGrid } from '../../table/table-grid.tsx';
import { useView } from '../../table/use-view.ts';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../../words/pages.ts';
import { placeWords } from '../../words/places.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { useConnectionKind } from './connection-kind.ts';
import { type Asked, allConnections, type ReadConnections, useConnections } from './use-connections.ts';

/** What the kernel tracks: the server filters and sorts, and pages come as one scrolls. */
export default function ConnectionsPage() {
  const places = useWords(placeWords);
  const kind = useConnectionKind();
  const [asked, setAsked] = useState<Omit<Asked, 'sort'>>(allConnections);
  const [sort, setSort] = useState<Asked['sort']>('order');
  const wanted = useDeferredValue(useMemo(() => ({ ...asked, sort }), [asked, sort]));
  const read = useConnections(wanted);
  const rows = useMemo(() => read.data?.pages.flatMap(page => page.items) ?? [], [read.data]);
  const view = useView('connections', kind, rows, 'byServer');
  const sorted = view.state.sorting[0]?.id;
  const column = kind.columns.find(({ id }) => id === sorted)?.serverSort as Asked['sort'] | undefined;
  if ((column ?? 'order') !== sort) setSort(column ?? 'order');
  return (
    <section className={table['table']} aria-label={places.connections}>
      <ConnectionBar view={view} asked={asked} onChange={setAsked} read={read} />
      <Rows read={read} view={view} label={places.connections} rows={rows} />
    </section>
  );
}

function Rows({
  read,
  view,
  label,
  rows,
}: {
  readonly read: ReadConnections;
  readonly view: Parameters<typeof TableGrid<(typeof rows)[number]>>[0]['view'];
  readonly label: string;
  readonly rows: readonly NonNullable<ReadConnections['data']>['pages'][number]['items'][number][];
}) {
  const say = useWords(pageWords);
  const kind = useConnectionKind();
  const [open, setOpen] = useState<string>();
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = read;
  if (!data) return error ? <Failed error={error} again={refetch} /> : <Loading />;
  return (
    <>
      <TableGrid
        {...{ view, kind, label }}
        opened={open}
        onOpen={setOpen}
        empty={<Notice title={say.noConnections}>{say.noConnectionsText}</Notice>}
        onEnd={hasNextPage && !isFetching ? fetchNextPage : undefined}
      />
      {data.pages[0]?.accounting === false && <p className={table['below']}>{say.noAccounting}</p>}
      <RowDetails kind={kind} row={rows.find(row => row.id === open)} onClose={() => setOpen(undefined)} />
    </>
  );
}
