import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { api } from '../api/index.ts';
import { ViewChoices } from '../app/view-choices.tsx';
import { useChange } from '../client/queries.ts';
import { useWords } from '../words/language.tsx';
import { shellWords } from '../words/shell.ts';
import style from './sign-in.module.css';

/** Name and password; what the server says of a wrong one is shown as it says it. */
export function SignIn() {
  const say = useWords(shellWords);
  const queries = useQueryClient();
  const [user, setUser] = useState('admin');
  const [password, setPassword] = useState('');
  const login = useChange((given: string) => api.POST('/session', { body: { user, password: given } }));
  const { mutate } = login;
  const tried = useRef(false);
  useEffect(() => {
    const given = new URLSearchParams(location.hash.slice(1)).get('login');
    if (given === null || tried.current) return;
    tried.current = true;
    // It is in no address that is kept or passed on.
    history.replaceState(null, '', location.pathname + location.search);
    mutate(given, { onSuccess: session => queries.setQueryData(['session'], session) });
  }, [mutate, queries]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate(password, { onSuccess: session => queries.setQueryData(['session'], session) });
  };
  return (
    <main className={style['page']}>
      <form className={style['form']} onSubmit={submit} aria-labelledby="sign-in">
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1 id="sign-in">jalur</h1>
        <TextInput
          label={say.user}
          value={user}
          onChange={event => setUser(event.currentTarget.value)}
          autoComplete="username"
          size="sm"
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={say.password}
          description={say.passwordHint}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          size="sm"
          required
          withAsterisk={false}
          error={login.error?.message}
          autoFocus
        />
        <Button type="submit" size="sm" loading={login.isPending} fullWidth>
          {say.signIn}
        </Button>
      </form>
      <ViewChoices />
    </main>
  );
}
