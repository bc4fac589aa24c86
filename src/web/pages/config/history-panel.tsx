import { Button } from '@mantine/core';
import { api, type Schemas } from '../../api/index.ts';
import { useChange, useRead } from '../../client/queries.ts';
import { ifMatch } from '../../live/trial.ts';
import { nameOf } from '../../say/files.ts';
import { moment } from '../../say/times.ts';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { Refused } from '../../ui/refused.tsx';
import { askWords } from '../../words/ask.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { Applied } from './applied.tsx';
import style from './config.module.css';

/** How long a restored configuration waits to be confirmed, in seconds. */
const wait = 120;

/** What was in force and when; an earlier one can be brought back, on trial like any change. */
export function HistoryPanel({
  mayRestore,
  inForce,
}: {
  readonly mayRestore: boolean;
  readonly inForce: string;
}) {
  const say = useWords(askWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useRead(['config', 'history'], () =>
    api.GET('/config/history', { params: { query: { limit: 100 } } }),
  );
  const restore = useChange<string, Schemas['ConfigApplied']>(to =>
    api.POST('/config/rollback', {
      params: ifMatch(inForce),
      body: { to, confirmSeconds: wait, save: true, lang: language },
    }),
  );
  if (!data) return error ? <Failed error={error} again={refetch} /> : <Loading />;
  if (data.items.length === 0) return <Notice title={say.noHistory} />;
  return (
    <div className={style['stack']}>
      <Refused error={restore.error} />
      {restore.data && <Applied applied={restore.data} inForce={inForce} />}
      <div className={style['scroll']}>
        <table className={style['table']}>
          <thead>
            <tr>
              <th scope="col">{say.time}</th>
              <th scope="col">{say.file}</th>
              <th scope="col">{say.how}</th>
              <th scope="col">{say.by}</th>
              <th scope="col">{say.result}</th>
              <th scope="col" aria-label={say.restore} />
            </tr>
          </thead>
          <tbody>
            {data.items.map(one => (
              <tr key={one.correlation}>
                <td>{moment(one.time)}</td>
                <td title={one.file}>{nameOf(one.file)}</td>
                <td>{one.how}</td>
                <td>{one.by}</td>
                <td>{one.result}</td>
                <td>
                  {mayRestore && one.restorable && one.hash !== undefined && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={restore.isPending}
                      onClick={() => restore.mutate(one.hash ?? '')}
                    >
                      {say.restore}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
