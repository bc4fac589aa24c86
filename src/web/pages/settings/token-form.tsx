import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Schemas } from '../../api/index.ts';
import { api } from '../../api/index.ts';
import { useChange } from '../../client/queries.ts';
import { Refused } from '../../ui/refused.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../../words/settings.ts';
import style from './settings.module.css';

type Scope = Schemas['Scope'];
const scopes: readonly Scope[] = ['read', 'operate', 'admin'];

/** A new token; what opens it is shown this once. */
export function TokenForm() {
  const say = useWords(settingsWords);
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('read');
  const [days, setDays] = useState<number | ''>(90);
  const create = useChange(() =>
    api.POST('/tokens', { body: { name, scope, ...(days !== '' && { expiresInDays: days }) } }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate(undefined, { onSuccess: () => setName('') });
  };
  return (
    <>
      <form className={style['form']} onSubmit={submit}>
        <TextInput
          label={say.name}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          maxLength={64}
          required
          withAsterisk={false}
        />
        <NativeSelect
          label={say.scope}
          value={scope}
          onChange={event => setScope(event.currentTarget.value as Scope)}
          data={scopes.map(value => ({ value, label: `${value}: ${say[value]}` }))}
        />
        <NumberInput
          label={say.days}
          value={days}
          min={1}
          max={3650}
          onChange={value => setDays(typeof value === 'number' ? value : '')}
        />
        <Button type="submit" loading={create.isPending}>
          {say.create}
        </Button>
      </form>
      <Refused error={create.error} />
      {create.data && (
        <p className={style['token']} role="status">
          {say.newToken}
          <code>{create.data.token}</code>
        </p>
      )}
    </>
  );
}
