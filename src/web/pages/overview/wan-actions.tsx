import { ActionIcon, Button, Checkbox, Menu, Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import { api } from '../../api/index.ts';
import { useChange, useMay } from '../../client/queries.ts';
import type { Wan } from '../../client/types.ts';
import { Icon } from '../../icons/icon.tsx';
import { Refused } from '../../ui/refused.tsx';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import { shellWords } from '../../words/shell.ts';
import style from './wan-actions.module.css';

/** Taking it down by hand, and giving it back to its health. */
export function WanActions({ wan }: { readonly wan: Wan }) {
  const may = useMay('operate');
  const say = useWords(overviewWords);
  const shell = useWords(shellWords);
  const [asks, setAsks] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const up = useChange(() =>
    api.POST('/wans/{name}/up', { params: { path: { name: wan.name } }, body: { force: false } }),
  );
  if (!may) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon ref={opener} variant="subtle" color="ink" aria-label={`${wan.label}: …`}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {wan.cause === 'forced' ? (
            <Menu.Item onClick={() => up.mutate(undefined)}>{say.giveBack}</Menu.Item>
          ) : (
            <Menu.Item onClick={() => setAsks(true)}>{say.takeDown}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {up.error && <Refused error={up.error} />}
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title={say.takeDownTitle(wan.label)}
        closeButtonProps={{ 'aria-label': shell.close }}
        // Not to the item of the menu, which is gone.
        returnFocus={false}
        onExitTransitionEnd={() => opener.current?.focus()}
      >
        <TakeDown wan={wan} onClose={() => setAsks(false)} />
      </Modal>
    </>
  );
}

function TakeDown({ wan, onClose }: { readonly wan: Wan; readonly onClose: () => void }) {
  const say = useWords(overviewWords);
  const shell = useWords(shellWords);
  const [force, setForce] = useState(false);
  const down = useChange(() =>
    api.POST('/wans/{name}/down', { params: { path: { name: wan.name } }, body: { force } }),
  );
  return (
    <div className={style['ask']}>
      <p>{say.takeDownText}</p>
      <Checkbox
        label={say.takeDownForce}
        checked={force}
        onChange={event => setForce(event.currentTarget.checked)}
      />
      <Refused error={down.error} />
      <div className={style['actions']}>
        <Button variant="default" onClick={onClose}>
          {shell.cancel}
        </Button>
        <Button loading={down.isPending} onClick={() => down.mutate(undefined, { onSuccess: onClose })}>
          {say.takeDown}
        </Button>
      </div>
    </div>
  );
}
