import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 56em)');

const follow = (tell: () => void): (() => void) => {
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
};

/** Is there no room for text and answers beside each other? */
export const useIsNarrow = (): boolean => useSyncExternalStore(follow, () => query.matches);
