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
  /** After so long it begins anew where it has ended by itself; default: 5 s. */
  readonly againMs?: number;
}

/** Events come in bursts: the thread is woken once for all of them, and writes them in one transaction. */
const togetherMs = 300;
const patienceMs = 3000;
/** It has ended by itself, without memory or by a defect of ours: it begins anew after that. */
const usualAgainMs = 5000;
/** Entries that wait until then; then the oldest are lost. */
const mostWaiting = 5000;

export function startJournal({
  dir,
  capacity,
  onSaying,
  limits = {},
  againMs = usualAgainMs,
}: JournalThreadOptions): JournalThread {
  const workerData: JournalPlan = { dir, capacity };
  let worker: Worker | undefined;
  let again: NodeJS.Timeout | undefined;
  let ended: Promise<void> = Promise.resolve();
  let waiting: readonly Entry[] = [];
  let gathered: Entry[] = [];
  let gathering: NodeJS.Timeout | undefined;
  let [hasFailed, isClosing] = [false, false];
  const hear = (saying: JournalSaying): void => {
    if (hasFailed && saying.kind === 'opened') {
      hasFailed = false;
      onSaying({ kind: 'fine' });
    }
    onSaying(saying);
  };
  const begin = (): void => {
    const one = new Worker(entryPoint('journal/journal-worker.ts'), { workerData, resourceLimits: limits });
    one.unref();
    one.on('message', hear);
    // A gateway goes on without a journal.
    one.on('error', error => {
      hasFailed = true;
      onSaying({ kind: 'trouble', what: error.message });
    });
    ended = new Promise<void>(resolve => {
      one.once('exit', () => {
        worker = undefined;
        if (!isClosing) again = setTimeout(begin, againMs).unref();
        resolve();
      });
    });
    worker = one;
    if (waiting.length > 0) order({ kind: 'entries', entries: waiting });
    waiting = [];
  };
  const order = (one: JournalOrder): void => worker?.postMessage(one);
  const send = (): void => {
    clearTimeout(gathering);
    gathering = undefined;
    const entries = gathered;
    gathered = [];
    if (entries.length === 0) return;
    if (worker) order({ kind: 'entries', entries });
    else waiting = [...waiting, ...entries].slice(-mostWaiting);
  };
  begin();
  return {
    entries(entries) {
      gathered.push(...entries);
      gathering ??= setTimeout(send, togetherMs).unref();
    },
    samples: samples => order({ kind: 'samples', samples }),
    async close() {
      isClosing = true;
      send();
      clearTimeout(again);
      const last = worker;
      if (!last) return;
      order({ kind: 'close' });
      last.ref();
      const late = new Promise<void>(resolve => setTimeout(resolve, patienceMs).unref());
      await Promise.race([ended, late]);
      await last.terminate();
    },
  };
}
