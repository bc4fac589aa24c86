import type { Schemas } from '../../api/index.ts';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import { moment } from '../../say/times.ts';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type PlainColumn, PlainTable } from '../../ui/plain-table.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../../words/settings.ts';

type Entry = Schemas['Audit']['items'][number];

/** The latest changes, with who asked for them and from where. */
export function AuditLog() {
  const say = useWords(settingsWords);
  const { data, error, refetch } = useRead(['audit'], () =>
    api.GET('/audit', { params: { query: { limit: 100 } } }),
  );
  const columns: readonly PlainColumn<Entry>[] = [
    { header: say.time, cell: entry => moment(entry.time) },
    { header: say.who, cell: entry => `${entry.who} (${entry.via})` },
    { header: say.from, cell: entry => entry.from },
    { header: say.action, cell: entry => [entry.action, entry.detail].filter(Boolean).join(': ') },
    { header: say.result, cell: entry => entry.status, end: true },
  ];
  return (
    <Panel title={say.audit} flush>
      {!data ? (
        error ? (
          <Failed error={error} again={refetch} />
        ) : (
          <Loading />
        )
      ) : data.items.length === 0 ? (
        <Notice title={say.noAudit} />
      ) : (
        <PlainTable label={say.audit} columns={columns} rows={data.items} keyOf={entry => entry.id} />
      )}
    </Panel>
  );
}
