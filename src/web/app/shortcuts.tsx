import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../words/language.tsx';
import { placeWords } from '../words/places.ts';
import { shellWords } from '../words/shell.ts';
import { deedOf, takesText } from './keys.ts';
import style from './shortcuts.module.css';
import { usePlaces } from './use-places.ts';

/** How long `g` waits for its second key. */
const waitMs = 1500;

/** Keys that work on every page, and their list. */
export function Shortcuts() {
  const [isOpen, setOpen] = useState(false);
  useKeys(() => setOpen(true));
  const say = useWords(shellWords);
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={say.keys}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <KeyList />
    </Modal>
  );
}

function useKeys(help: () => void): void {
  const [, go] = useLocation();
  const before = useRef<{ readonly key: string; readonly at: number }>(undefined);
  const latest = useRef(help);
  latest.current = help;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      const recent = before.current && event.timeStamp - before.current.at < waitMs;
      const deed = deedOf(event.key, recent ? before.current?.key : undefined);
      before.current = deed?.kind === 'wait' ? { key: event.key, at: event.timeStamp } : undefined;
      if (!deed) return;
      if (deed.kind !== 'wait') event.preventDefault();
      if (deed.kind === 'go') go(deed.path);
      if (deed.kind === 'help') latest.current();
      if (deed.kind === 'find') document.querySelector<HTMLInputElement>('[data-find]')?.focus();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [go]);
}

function KeyList() {
  const say = useWords(shellWords);
  const names = useWords(placeWords);
  const rows: readonly (readonly [keys: string, does: string])[] = [
    ['/', say.keyFind],
    ['↑ ↓', say.keyMove],
    ['Enter', say.keyOpen],
    ['e', say.keyExplain],
    ['Esc', say.keyClose],
    ['?', say.keyHelp],
    ...usePlaces().map(({ id, key }) => [`g ${key}`, names[id]] as const),
  ];
  return (
    <dl className={style['keys']}>
      {rows.map(([keys, does]) => (
        <div key={keys}>
          <dt>
            {keys.split(' ').map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
