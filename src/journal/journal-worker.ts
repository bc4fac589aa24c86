import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { journalFiles } from './journal-files.ts';
import { keeper } from './keeper.ts';
import { openStore } from './open.ts';
import type { JournalOrder, JournalPlan } from './protocol.ts';
import { openRing, openRingFile, usualTiers } from './ring/index.ts';

// The gateway's threads come first: on Linux a priority is of the thread that sets it (setpriority(2)).
setPriority(5);

const { dir, capacity } = workerData as JournalPlan;
const kept = keeper({
  openStore: () => openStore(dir),
  openRing: () => openRing(openRingFile(journalFiles(dir).ring), { capacity, tiers: usualTiers }),
  say: saying => parentPort?.postMessage(saying),
});

const againMs = 5000;
let again: NodeJS.Timeout | undefined;

function flush(): void {
  clearTimeout(again);
  again = kept.flush() ? undefined : setTimeout(flush, againMs);
}

const settleMs = 60_000;
const settling = setInterval(() => kept.settle(), settleMs);

parentPort?.on('message', (order: JournalOrder) => {
  switch (order.kind) {
    case 'entries':
      kept.entries(order.entries);
      if (!again) flush();
      return;
    case 'samples':
      kept.samples(order.samples);
      return;
    case 'close':
      clearTimeout(again);
      clearInterval(settling);
      kept.close();
      parentPort?.close();
  }
});
