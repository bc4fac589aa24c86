import type { StreamMessage } from '../client/types.ts';

const names = ['status', 'rates', 'event', 'gap', 'offline', 'online', 'lab'] as const;

/**
 * Rates come each second: once they came, this long without any means that nothing will, whatever the socket says. A gateway that
 * hangs is said by its server before that.
 */
const silenceMs = 6000;
const againMs = [500, 1000, 2000, 4000] as const;

export interface StreamEars {
  readonly heard: (message: StreamMessage) => void;
  /** It is open anew: what was missed has to be read. */
  readonly opened: () => void;
  readonly lost: () => void;
}

/** Follows the stream for as long as it is wanted: a connection that ends or goes silent is made anew. */
export function followStream(url: string, ears: StreamEars): () => void {
  let source: EventSource | undefined;
  let tries = 0;
  let watch: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    source?.close();
    ears.lost();
    clearTimeout(watch);
    watch = setTimeout(open, againMs[Math.min(tries++, againMs.length - 1)]);
  };
  const awaitNext = (isAwaited: boolean): void => {
    clearTimeout(watch);
    if (isAwaited) watch = setTimeout(again, silenceMs);
  };
  function open(): void {
    source = new EventSource(url);
    awaitNext(true);
    source.onopen = () => {
      tries = 0;
      awaitNext(false);
      ears.opened();
    };
    source.onerror = again;
    for (const event of names)
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        // While the daemon is gone there are none.
        if (event === 'rates' || event === 'offline') awaitNext(event === 'rates');
        ears.heard({ event, data: JSON.parse(data) } as StreamMessage);
      });
  }
  open();
  return () => {
    clearTimeout(watch);
    source?.close();
  };
}
