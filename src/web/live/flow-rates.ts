import { useEffect } from 'react';
import { useLiveStore } from './live-context.tsx';
import { followStream } from './stream.ts';

const hz = 10;

/**
 * What lines carry ten times a second, for as long as a picture of it is in sight: a stream of its own, since nobody reads figures that
 * change so often. `moved` is called with each. Whoever wants less motion gets none of it.
 */
export function useFlowRates(moved: () => void): void {
  const store = useLiveStore();
  useEffect(() => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const forget = (): void => store.set({ ...store.get(), flow: undefined });
    let end: (() => void) | undefined;
    const follow = (): void => {
      if (document.hidden === (end === undefined)) return;
      end?.();
      forget();
      end = document.hidden
        ? undefined
        : followStream(`/api/v1/stream?only=rates&hz=${hz}`, {
            heard: message => {
              if (message.event !== 'rates') return;
              store.set({ ...store.get(), flow: message.data.lines });
              moved();
            },
            opened: () => {},
            lost: forget,
          });
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      end?.();
      forget();
    };
  }, [store, moved]);
}
