import { ActionIcon, Button, Checkbox, Menu, Modal } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { useChange, useMay } from '../../client/queries.ts';
import type { Wan } from '../../client/types.ts';
import { Icon } from '../../icons/icon.tsx';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import { shellWords } from '../../words/shell.ts';
import style from './wan-actions.module.css';

/** Taking it down by hand, and giving it back to its health. */
export function WanActions({ wan }: { readonly wan: Wan }) {
  const may = useMay('operate');
  const say = useWords(overviewWords);
  const [asks, setAsks] = useState(false);
  const up = useChange(() =>
    api.POST('/wans/{name}/up', { params: { path: { name: wan.name } }, body: { force: false } }),
  );
  if (!may) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="ink" aria-label={`${wan.label}: …`}>
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
      {asks && <TakeDown wan={wan} onClose={() => setAsks(false)} />}
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
    <Modal
      opened
      onClose={onClose}
      title={say.takeDownTitle(wan.label)}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <div className={style['ask']}>
        <p>{say.takeDownText}</p>
        <Checkbox
          label={say.takeDownForce}
          checked={force}
          onChange={event => setForce(event.currentTarget.checked)}
        />
        {down.error && <p role="alert">{down.error.message}</p>}
        <div className={style['actions']}>
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button loading={down.isPending} onClick={() => down.mutate(undefined, { onSuccess: onClose })}>
            {say.takeDown}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
