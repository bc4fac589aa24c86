import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { fileTrouble } from '../files/index.ts';
import { monotonicMs, sleep } from '../sys/index.ts';
import { localClocks } from './clocks.ts';
import { openDesk } from './desk.ts';
import { keepPosts, type Posts, readPosts } from './kept.ts';
import type { DeliveryOrder, DeliveryPlan, DeliverySaying } from './protocol.ts';
import { send } from './send.ts';
import { sendTests } from './test-send.ts';

// The gateway's threads come first: on Linux a priority is of the thread that sets it (setpriority(2)).
setPriority(5);

const { file, epochMs } = workerData as DeliveryPlan;
const now = (): number => epochMs + monotonicMs();
const say = (saying: DeliverySaying): void => parentPort?.postMessage(saying);

/** What changes together is written once; where it cannot be written, it is tried again. */
const keepAfterMs = 300;
const keepAgainMs = 5000;
let unkept: Posts | undefined;
let keeping: NodeJS.Timeout | undefined;
let isBroken = false;

function keepNow(): void {
  clearTimeout(keeping);
  keeping = undefined;
  if (unkept === undefined) return;
  try {
    keepPosts(file, unkept, now());
    unkept = undefined;
    if (isBroken) say({ kind: 'storage' });
    isBroken = false;
  } catch (error) {
    if (!isBroken) say({ kind: 'storage', what: fileTrouble(error) });
    isBroken = true;
    keeping = setTimeout(keepNow, keepAgainMs);
  }
}

let timer: NodeJS.Timeout | undefined;
const longestTimerMs = 3_600_000;

const desk = openDesk(
  {
    now,
    wake(atMs) {
      clearTimeout(timer);
      if (atMs === undefined) return;
      timer = setTimeout(() => desk.tick(), Math.min(longestTimerMs, Math.max(1, atMs - now())));
    },
    send,
    test: sendTests,
    say,
    keep(posts) {
      unkept = posts;
      keeping ??= setTimeout(keepNow, keepAfterMs);
    },
    clocks: localClocks(() => Date.now() - now()),
  },
  readPosts(file, now()),
);

/** So long for what was said last to become due, and to get away. */
const gatherMs = 600;
const farewellMs = 2000;

async function close(): Promise<void> {
  await sleep(gatherMs);
  desk.tick();
  await Promise.race([desk.idle(), sleep(farewellMs)]);
  clearTimeout(timer);
  keepNow();
  process.exit(0);
}

parentPort?.on('message', (order: DeliveryOrder) => {
  if (order.kind === 'close') void close();
  else desk.hear(order);
});
