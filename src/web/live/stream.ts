import type { StreamMessage } from '../client/types.ts';

const names = ['status', 'rates', 'event', 'gap', 'offline', 'online'] as const;

/** Rates come each second: this long without anything, and nothing will come any more, whatever the socket says. */
const silenceMs = 4000;
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
  const alive = (): void => {
    clearTimeout(watch);
    watch = setTimeout(again, silenceMs);
  };
  function open(): void {
    source = new EventSource(url);
    alive();
    source.onopen = () => {
      tries = 0;
      alive();
      ears.opened();
    };
    source.onerror = again;
    for (const event of names)
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        alive();
        ears.heard({ event, data: JSON.parse(data) } as StreamMessage);
      });
  }
  open();
  return () => {
    clearTimeout(watch);
    source?.close();
  };
}
