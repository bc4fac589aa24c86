import { Button } from '@mantine/core';
import type { Schemas } from '../../api/index.ts';
import { api } from '../../api/index.ts';
import { useChange, useRead } from '../../client/queries.ts';
import { moment } from '../../say/times.ts';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type PlainColumn, PlainTable } from '../../ui/plain-table.tsx';
import { Refused } from '../../ui/refused.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../../words/settings.ts';
import style from './settings.module.css';
import { TokenForm } from './token-form.tsx';

type Token = Schemas['Token'];

/** Tokens of programs, without what opens them. */
export function TokenList() {
  const say = useWords(settingsWords);
  const { data, error, refetch } = useRead(['tokens'], () => api.GET('/tokens'));
  const revoke = useChange((id: string) => api.DELETE('/tokens/{id}', { params: { path: { id } } }));
  const columns: readonly PlainColumn<Token>[] = [
    { header: say.name, cell: token => token.name },
    { header: say.scope, cell: token => token.scope },
    { header: say.created, cell: token => `${moment(token.createdAt)}, ${token.createdBy}` },
    { header: say.expires, cell: token => (token.expiresAt ? moment(token.expiresAt) : say.never) },
    { header: say.lastUsed, cell: token => (token.lastUsedAt ? moment(token.lastUsedAt) : say.never) },
    {
      header: '',
      end: true,
      cell: token => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${say.revoke} ${token.name}`}
          onClick={() => revoke.mutate(token.id)}
        >
          {say.revoke}
        </Button>
      ),
    },
  ];
  return (
    <Panel title={say.tokens} flush>
      <div className={style['inset']}>
        <p className={style['weak']}>{say.tokensText}</p>
        <TokenForm />
        <Refused error={revoke.error} />
      </div>
      {!data ? (
        error ? (
          <Failed error={error} again={refetch} />
        ) : (
          <Loading />
        )
      ) : data.items.length === 0 ? (
        <Notice title={say.noTokens} />
      ) : (
        <PlainTable label={say.tokens} columns={columns} rows={data.items} keyOf={token => token.id} />
      )}
    </Panel>
  );
}
