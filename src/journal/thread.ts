import { type ResourceLimits, Worker } from 'node:worker_threads';
import { entryPoint } from '../files/index.ts';
import type { JournalOrder, JournalPlan, JournalSaying, Sample } from './protocol.ts';
import type { Entry } from './store/index.ts';

/** A journal that is written by a thread of its own: whoever tells it something never waits for a disk. */
export interface JournalThread {
  entries(entries: readonly Entry[]): void;
  /** Oldest first. */
  samples(samples: readonly Sample[]): void;
  /** Writes what waits; resolves when that is done, or takes too long. */
  close(): Promise<void>;
}

export interface JournalThreadOptions extends JournalPlan {
  readonly onSaying: (saying: JournalSaying) => void;
  /** Of its heap. */
  readonly limits?: ResourceLimits;
}

const patienceMs = 3000;

export function startJournal({ dir, capacity, onSaying, limits = {} }: JournalThreadOptions): JournalThread {
  const workerData: JournalPlan = { dir, capacity };
  const worker = new Worker(entryPoint('journal/journal-worker.ts'), { workerData, resourceLimits: limits });
  worker.unref();
  worker.on('message', (saying: JournalSaying) => onSaying(saying));
  let gone = false;
  // A gateway goes on without a journal.
  worker.on('error', error => onSaying({ kind: 'trouble', what: error.message }));
  const ended = new Promise<void>(resolve => {
    worker.once('exit', () => {
      gone = true;
      resolve();
    });
  });
  const order = (one: JournalOrder): void => {
    if (!gone) worker.postMessage(one);
  };
  return {
    entries: entries => order({ kind: 'entries', entries }),
    samples: samples => order({ kind: 'samples', samples }),
    async close() {
      if (gone) return;
      order({ kind: 'close' });
      worker.ref();
      const late = new Promise<void>(resolve => setTimeout(resolve, patienceMs).unref());
      await Promise.race([ended, late]);
      await worker.terminate();
    },
  };
}
