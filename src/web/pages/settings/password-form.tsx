import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/index.ts';
import { useChange } from '../../client/queries.ts';
import { Refused } from '../../ui/refused.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../../words/settings.ts';
import style from './settings.module.css';

const nothing = { old: '', new: '' };

/** Another password for whoever is signed in. */
export function PasswordForm() {
  const say = useWords(settingsWords);
  const [typed, setTyped] = useState(nothing);
  const change = useChange(() => api.POST('/password', { body: typed }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(undefined, { onSuccess: () => setTyped(nothing) });
  };
  return (
    <form className={style['stack']} onSubmit={submit}>
      <p className={style['weak']}>{say.passwordText}</p>
      <PasswordInput
        className={style['field'] ?? ''}
        size="xs"
        label={say.oldPassword}
        autoComplete="current-password"
        value={typed.old}
        onChange={event => setTyped({ ...typed, old: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <PasswordInput
        className={style['field'] ?? ''}
        size="xs"
        label={say.newPassword}
        autoComplete="new-password"
        minLength={10}
        value={typed.new}
        onChange={event => setTyped({ ...typed, new: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <Button type="submit" variant="default" loading={change.isPending}>
        {say.changePassword}
      </Button>
      <Refused error={change.error} />
      {change.isSuccess && <p role="status">{say.passwordChanged}</p>}
    </form>
  );
}
