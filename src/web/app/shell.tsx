import { Suspense, useRef } from 'react';
import { Loading } from '../ui/notice.tsx';
import { useWords } from '../words/language.tsx';
import { shellWords } from '../words/shell.ts';
import { Crash } from './crash.tsx';
import { LostBar } from './lost-bar.tsx';
import { Pages } from './pages.tsx';
import style from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { SideNav } from './side-nav.tsx';
import { TabBar } from './tab-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { TrialBar } from './trial-bar.tsx';

/** What is around every page: where one is, how the gateway is, and what cannot wait. */
export function Shell() {
  const say = useWords(shellWords);
  const main = useRef<HTMLElement>(null);
  return (
    <div className={style['shell']}>
      <button type="button" className={style['skip']} onClick={() => main.current?.focus()}>
        {say.skip}
      </button>
      <SideNav />
      <div className={style['column']}>
        <TopBar />
        <LostBar />
        <TrialBar />
        <main ref={main} tabIndex={-1} className={style['main']}>
          <Crash>
            <Suspense fallback={<Loading />}>
              <Pages />
            </Suspense>
          </Crash>
        </main>
      </div>
      <TabBar />
      <Shortcuts />
    </div>
  );
}
