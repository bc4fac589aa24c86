import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../words/language.tsx';
import { type Live, lost, nothing, told } from './live.ts';
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
    return followStream(`/api/v1/stream?lang=${language}`, {
      heard: message => {
        store.set(told(store.get(), message, Date.now()));
        if (message.event === 'gap' || message.event === 'online') void queries.invalidateQueries();
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
  return <Context value={store}>{children}</Context>;
}

/** A part of what is known now; `select` must give the same object while nothing changed in it. */
export function useLive<T>(select: (live: Live) => T): T {
  const store = useContext(Context);
  if (!store) throw new Error('useLive outside of LiveProvider');
  return useSyncExternalStore(store.follow, () => select(store.get()));
}
