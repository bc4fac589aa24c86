import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import type { FirewallRule } from '../../client/types.ts';
import { Choice } from '../../table/choice.tsx';
import { TablePage } from '../../table/table-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../../words/pages.ts';
import { placeWords } from '../../words/places.ts';
import { ruleKinds, type Table, usedColumns, withColumns } from './rule-kinds.ts';

/** The rules of one table in their order: order is meaning, so they are not sorted otherwise. */
export function FirewallPage({ table }: { readonly table: Table }) {
  const places = useWords(placeWords);
  const say = useWords(pageWords);
  const [chain, setChain] = useState('');
  const query = { limit: 1000, ...(chain !== '' && { chain }) };
  const read = useRead(
    ['firewall', table, chain],
    () => api.GET('/firewall/{table}', { params: { path: { table }, query } }),
    2000,
  );
  const used = read.data ? usedIds(table, read.data.items) : '';
  const kind = useMemo(() => withColumns(ruleKinds[table], used.split(' ')), [table, used]);
  return (
    <TablePage
      id={`firewall-${table}`}
      label={places[table]}
      kind={kind}
      read={read}
      sorting="fixed"
      choice={
        <Choice label={say.chain} options={read.data?.chains ?? []} value={chain} onChange={setChain} />
      }
      empty={<Notice title={say.noRules}>{say.noRulesText}</Notice>}
      below={read.data?.counts === 'asked' ? say.countsAsked : undefined}
    />
  );
}

/** As one text, which stays the same while rules are read anew. */
const usedIds = (table: Table, rules: readonly FirewallRule[]): string =>
  usedColumns(ruleKinds[table], rules).join(' ');
