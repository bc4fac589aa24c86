import { Link } from 'wouter';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../words/language.tsx';
import { placeWords } from '../words/places.ts';
import { shellWords } from '../words/shell.ts';
import { groups, type Place } from './places.ts';
import style from './side-nav.module.css';
import { usePlaces, useWhere } from './use-places.ts';

/** All pages in their groups, at the side of a wide window. */
export function SideNav() {
  return (
    <div className={style['side']}>
      <Link href="/" className={style['brand'] ?? ''}>
        <img src="/icon.svg" alt="" width="24" height="24" />
        jalur
      </Link>
      <PageList />
    </div>
  );
}

export function PageList({ onGone }: { readonly onGone?: () => void }) {
  const say = useWords(placeWords);
  const shell = useWords(shellWords);
  const places = usePlaces();
  return (
    <nav aria-label={shell.pages} className={style['nav']}>
      {groups
        .filter(group => places.some(place => place.group === group))
        .map(group => (
          <div key={group} className={style['group']}>
            <p id={`group-${group}`}>{say[group]}</p>
            <ul aria-labelledby={`group-${group}`}>
              {places
                .filter(place => place.group === group)
                .map(place => (
                  <PageLink key={place.id} place={place} {...(onGone && { onGone })} />
                ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}

function PageLink({ place, onGone }: { readonly place: Place; readonly onGone?: () => void }) {
  const say = useWords(placeWords);
  const here = useWhere()?.id === place.id;
  return (
    <li>
      <Link
        href={place.path}
        className={style['link'] ?? ''}
        aria-current={here ? 'page' : undefined}
        {...(onGone && { onClick: onGone })}
      >
        <Icon name={place.icon} />
        {say[place.id]}
      </Link>
    </li>
  );
}
