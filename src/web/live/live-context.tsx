import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../api/index.ts';
import { useLanguage } from '../words/language.tsx';
import { type Live, lost, nothing, recentLength, told } from './live.ts';
import { seeded, seriesOf } from './seed.ts';
import { createStore, type Store } from './store.ts';
import { followStream } from './stream.ts';

const Context = createContext<Store<Live> | undefined>(undefined);

/** Follows the gateway while its children are shown. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => createStore(nothing));
  const queries = useQueryClient();
  const { language } = useLanguage();
  useEffect(() => {
    let first = true;
    // What was said in another language is read again in this one.
    store.set({ ...store.get(), events: [] });
    return followStream(`/api/v1/stream?lang=${language}`, {
      heard: message => {
        store.set(told(store.get(), message, Date.now()));
        if (message.event === 'gap' || message.event === 'online') void queries.invalidateQueries();
        // Whoever changed it, and also when a trial ends by itself.
        if (message.event === 'event' && message.data.event.type === 'config')
          void queries.invalidateQueries({ queryKey: ['config'] });
      },
      opened: () => {
        if (!first) void queries.invalidateQueries();
        first = false;
      },
      lost: () => {
        store.set(lost(store.get(), 'server', Date.now()));
        // Perhaps nobody is signed in any more: then the session says so.
        void queries.invalidateQueries({ queryKey: ['session'] });
      },
    });
  }, [store, queries, language]);
  return (
    <Context value={store}>
      <Seed store={store} />
      {children}
    </Context>
  );
}

/** The journal writes some ten seconds at once. */
const writtenMs = 12_000;

/** Asks for the two minutes before; where no journal is kept, lines begin empty. */
function Seed({ store }: { readonly store: Store<Live> }) {
  const names = useLive(live => live.wans?.map(({ name }) => name).join('\n'));
  useEffect(() => {
    const what = Object.values(seriesOf).join(',');
    const ask = (): void => {
      const since = new Date(Date.now() - recentLength * 1000).toISOString();
      for (const wan of names?.split('\n').filter(Boolean) ?? [])
        void api.GET('/series', { params: { query: { wan, what, since, step: 1 } } }).then(({ data }) => {
          if (data) store.set(seeded(store.get(), wan, data.series, Date.now()));
        });
    };
    ask();
    // The last seconds before are written by then.
    const later = setTimeout(ask, writtenMs);
    return () => clearTimeout(later);
  }, [store, names]);
  return null;
}

export function useLiveStore(): Store<Live> {
  const store = useContext(Context);
  if (!store) throw new Error('useLive outside of LiveProvider');
  return store;
}

/** A part of what is known now; `select` must give the same object while nothing changed in it. */
export function useLive<T>(select: (live: Live) => T): T {
  const store = useLiveStore();
  return useSyncExternalStore(store.follow, () => select(store.get()));
}
