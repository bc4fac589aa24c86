import type { JournalSaying, Sample } from './protocol.ts';
import type { Ring } from './ring/index.ts';
import type { Entry, JournalStore } from './store/index.ts';

/** Writes what it is given, and goes on where that fails. */
export interface Keeper {
  entries(entries: readonly Entry[]): void;
  /** Oldest first. One that cannot be written is lost. */
  samples(samples: readonly Sample[]): void;
  /** Writes entries that wait; false: they wait still, as that failed. */
  flush(): boolean;
  /** Writes what is not over yet of the longer stretches of time, for whoever reads. */
  settle(): void;
  close(): void;
}

export interface KeeperOptions {
  /** Opened with the first entry or sample; throws what the machine says, and is asked again then. */
  readonly openStore: () => JournalStore;
  readonly openRing: () => Ring;
  readonly say: (saying: JournalSaying) => void;
}

/** While it cannot be written so many entries wait; then the oldest are lost, and counted. */
const mostWaiting = 5000;
const keptDays = 800;
const keptEntries = 1_000_000;

export function keeper({ openStore, openRing, say }: KeeperOptions): Keeper {
  let store: JournalStore | undefined;
  let ring: Ring | undefined;
  let waiting: Entry[] = [];
  let [written, lost] = [0, 0];
  const troubles = new Map<'entries' | 'series', string>();

  const attempt = (part: 'entries' | 'series', work: () => void): void => {
    try {
      work();
      if (troubles.delete(part) && troubles.size === 0) say({ kind: 'fine' });
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      if (troubles.get(part) === what) return;
      troubles.set(part, what);
      say({ kind: 'trouble', what });
    }
  };
  const opened = (): JournalStore => {
    if (store) return store;
    const made = openStore();
    made.prune(new Date(Date.now() - keptDays * 86_400_000).toISOString(), keptEntries);
    say({ kind: 'opened', store: made.kind });
    store = made;
    return made;
  };
  const flush = (): boolean => {
    if (waiting.length === 0) return true;
    attempt('entries', () => {
      opened().append(waiting);
      written += waiting.length;
      waiting = [];
    });
    const over = Math.max(0, waiting.length - mostWaiting);
    lost += over;
    waiting = waiting.slice(over);
    say({ kind: 'written', entries: written, lost });
    return waiting.length === 0;
  };
  return {
    entries(entries) {
      waiting.push(...entries);
    },
    samples(samples) {
      for (const { timeS, values } of samples)
        attempt('series', () => {
          ring ??= openRing();
          ring.add(timeS, values);
        });
    },
    flush,
    settle: () => attempt('series', () => ring?.flush()),
    close() {
      flush();
      attempt('series', () => ring?.close());
      attempt('entries', () => store?.close());
    },
  };
}
