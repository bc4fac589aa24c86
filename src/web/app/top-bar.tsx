import { ActionIcon, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/index.ts';
import { Refusal } from '../client/ask.ts';
import { useChange, useSession } from '../client/queries.ts';
import { Icon } from '../icons/icon.tsx';
import { useLive } from '../live/live-context.tsx';
import { stateSentence } from '../live/state-sentence.ts';
import { forgetUser } from '../session/known-user.ts';
import { StateMark } from '../ui/state-mark.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from '../words/shell.ts';
import { stateWords } from '../words/states.ts';
import style from './top-bar.module.css';
import { ViewChoices } from './view-choices.tsx';

/** Which gateway this is, and how it is. */
export function TopBar() {
  return (
    <header className={style['bar']}>
      <GatewayState />
      <Account />
    </header>
  );
}

function GatewayState() {
  const status = useLive(live => live.status);
  const wans = useLive(live => live.wans);
  const isLive = useLive(live => live.contact.state === 'live');
  const states = useWords(stateWords);
  const say = useWords(shellWords);
  if (!status || !wans) return <p className={style['state']}>{say.loading}</p>;
  const { state, text } = stateSentence(status, wans, states);
  return (
    <p className={style['state']} data-old={isLive ? undefined : true}>
      <StateMark state={isLive ? state : 'unknown'} />
      <strong>{status.name}</strong>
      <span className={style['text']} title={text}>
        {text}
      </span>
    </p>
  );
}

function Account() {
  const say = useWords(shellWords);
  const { data: session } = useSession();
  const queries = useQueryClient();
  const leave = useChange(() => api.DELETE('/session'));
  const gone = (): void => {
    queries.setQueryData(['session'], null);
    forgetUser(queries);
  };
  // Whoever has no session any more is out; where the server is away, he is not, and should not believe it.
  const failed = (error: Error): void => {
    if (error instanceof Refusal && error.status === 401) gone();
  };
  return (
    <Menu position="bottom-end" width={280} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="ink" size="lg" aria-label={say.account}>
          <Icon name="settings" size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={style['choices']}>
          <ViewChoices />
        </div>
        <Menu.Divider />
        <Menu.Label>{session?.user}</Menu.Label>
        <Menu.Item
          leftSection={<Icon name="leave" />}
          onClick={() => leave.mutate(undefined, { onSuccess: gone, onError: failed })}
        >
          {say.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
