import { Button } from '@mantine/core';
import { api, type Schemas } from '../../api/index.ts';
import { useChange, useRead } from '../../client/queries.ts';
import { moment } from '../../say/times.ts';
import { Failed, Loading } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type PlainColumn, PlainTable } from '../../ui/plain-table.tsx';
import { Refused } from '../../ui/refused.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../../words/settings.ts';
import style from './settings.module.css';

type OpenSession = Schemas['OpenSession'];

/** Who is signed in, and from where; each but this one can be ended. */
export function SessionList() {
  const say = useWords(settingsWords);
  const { data, error, refetch } = useRead(['sessions'], () => api.GET('/sessions'));
  const end = useChange((id: string) => api.DELETE('/sessions/{id}', { params: { path: { id } } }));
  const columns: readonly PlainColumn<OpenSession>[] = [
    { header: say.who, cell: one => `${one.user}, ${say[one.scope]}` },
    { header: say.from, cell: one => (one.own ? `${one.from} (${say.thisSession})` : one.from) },
    { header: say.begun, cell: one => moment(one.begunAt) },
    { header: say.lastUsed, cell: one => moment(one.lastUsedAt) },
    { header: say.expires, cell: one => moment(one.expiresAt) },
    {
      header: '',
      end: true,
      cell: ({ id, own, user, from }) =>
        !own && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={say.endOf(user, from)}
            onClick={() => end.mutate(id)}
          >
            {say.end}
          </Button>
        ),
    },
  ];
  return (
    <Panel title={say.sessions} flush>
      {end.error && (
        <div className={style['inset']}>
          <Refused error={end.error} />
        </div>
      )}
      {error && !data && <Failed error={error} again={refetch} />}
      {!data && !error && <Loading />}
      {data && <PlainTable label={say.sessions} columns={columns} rows={data.items} keyOf={one => one.id} />}
    </Panel>
  );
}
