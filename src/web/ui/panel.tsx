import type { ReactNode } from 'react';
import style from './panel.module.css';

/** A titled part of a page. `aside`: what stands at the right of its title. */
export function Panel({
  title,
  aside,
  children,
  flush = false,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Its content reaches the edges. */
  readonly flush?: boolean;
}) {
  return (
    <section className={style['panel']} aria-label={title}>
      <header className={style['head']}>
        <h2>{title}</h2>
        {aside}
      </header>
      <div className={flush ? style['flush'] : style['body']}>{children}</div>
    </section>
  );
}
