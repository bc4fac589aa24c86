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

/** Events come in bursts: one transaction for all of them. */
const togetherMs = 300;
const againMs = 5000;
let timer: NodeJS.Timeout | undefined;

function flushLater(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    kept.flush();
  }, togetherMs);
}

// What could not be written is tried again.
const retry = setInterval(() => kept.flush(), againMs);
const settleMs = 60_000;
const settling = setInterval(() => kept.settle(), settleMs);

parentPort?.on('message', (order: JournalOrder) => {
  switch (order.kind) {
    case 'entries':
      kept.entries(order.entries);
      flushLater();
      return;
    case 'sample':
      kept.sample(order.timeS, order.values);
      return;
    case 'close':
      clearTimeout(timer);
      clearInterval(retry);
      clearInterval(settling);
      kept.close();
      parentPort?.close();
  }
});
