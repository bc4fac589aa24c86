import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import { Choice } from '../../table/choice.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { pageWords } from '../../words/pages.ts';
import { placeWords } from '../../words/places.ts';
import { Differences } from './differences.tsx';
import { kernelRouteKind, routeKind } from './route-kinds.ts';

/** Candidates as RouterOS lists them, or what the kernel holds, and what differs between both. */
export default function RoutesPage() {
  const places = useWords(placeWords);
  const say = useWords(pageWords);
  const { language } = useLanguage();
  const [table, setTable] = useState('');
  const [whose, setWhose] = useState('text');
  const { data, error, refetch } = useRead(
    ['routes', language],
    () => api.GET('/routes', { params: { query: { limit: 1000, lang: language } } }),
    2000,
  );
  if (!data) return error ? <Failed error={error} again={refetch} page={places.routes} /> : <Loading />;
  const choice = (
    <>
      <SegmentedControl
        size="xs"
        aria-label={say.whoseRoutes}
        value={whose}
        onChange={setWhose}
        data={[
          { value: 'text', label: say.routesOfText },
          { value: 'kernel', label: say.routesOfKernel },
        ]}
      />
      <Choice label={say.routingTable} options={data.tables} value={table} onChange={setTable} />
    </>
  );
  const common = { label: places.routes, at: data.at, choice, empty: <Notice title={say.noRoutes} /> };
  const inTable = <R extends { readonly table: string }>(rows: readonly R[]): readonly R[] =>
    table === '' ? rows : rows.filter(row => row.table === table);
  return (
    <>
      <Differences differences={data.differences} />
      {whose === 'text' ? (
        <DataTable key="text" id="routes" kind={routeKind} rows={inTable(data.items)} {...common} />
      ) : (
        <DataTable
          key="kernel"
          id="kernel-routes"
          kind={kernelRouteKind}
          rows={inTable(data.kernel)}
          {...common}
        />
      )}
    </>
  );
}
