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

function flushAfter(ms: number): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    if (!kept.flush()) flushAfter(againMs);
  }, ms);
}

const settleMs = 60_000;
const settling = setInterval(() => kept.settle(), settleMs);

parentPort?.on('message', (order: JournalOrder) => {
  switch (order.kind) {
    case 'entries':
      kept.entries(order.entries);
      flushAfter(togetherMs);
      return;
    case 'samples':
      kept.samples(order.samples);
      return;
    case 'close':
      clearTimeout(timer);
      clearInterval(settling);
      kept.close();
      parentPort?.close();
  }
});
