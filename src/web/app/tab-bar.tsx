import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../words/language.tsx';
import { placeWords } from '../words/places.ts';
import { shellWords } from '../words/shell.ts';
import type { PlaceId } from './places.ts';
import { PageList } from './side-nav.tsx';
import style from './tab-bar.module.css';
import { usePlaces, useWhere } from './use-places.ts';

const first: readonly PlaceId[] = ['overview', 'incidents', 'interfaces', 'connections'];

/** At the foot of a narrow window: what is looked at most, and the rest in a drawer. */
export function TabBar() {
  const say = useWords(placeWords);
  const shell = useWords(shellWords);
  const [isOpen, setOpen] = useState(false);
  const here = useWhere();
  const places = usePlaces().filter(({ id }) => first.includes(id));
  return (
    <>
      <nav className={style['bar']} aria-label={shell.pages}>
        {places.map(({ id, path, icon }) => (
          <Link
            key={id}
            href={path}
            className={style['tab'] ?? ''}
            aria-current={here?.id === id ? 'page' : undefined}
          >
            <Icon name={icon} size={20} />
            {say[id]}
          </Link>
        ))}
        <button type="button" className={style['tab']} aria-expanded={isOpen} onClick={() => setOpen(true)}>
          <Icon name="more" size={20} />
          {shell.more}
        </button>
      </nav>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title={shell.pages}
        closeButtonProps={{ 'aria-label': shell.close }}
      >
        <PageList onGone={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
