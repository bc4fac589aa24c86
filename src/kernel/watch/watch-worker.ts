import { parentPort, workerData } from 'node:worker_threads';
import { collectGarbage, monotonicMs, openPollSet, preferThisThread } from '../../sys/index.ts';
import { eventReader, rulesetReader } from '../netlink/index.ts';
import { closeNow, isOpened } from './guard.ts';
import type { WatchPlan } from './watch.ts';

/** A blocked thread cannot be terminated: it is told to end, however the process ends (`watchKernel`). */
const longestWaitMs = 3_600_000;
/** What its start left is collected when nothing has happened for so long: a thread that blocks has no idle time that V8 would use. */
const settledMs = 15_000;

const { fd, rulesetFd, stopFd, links, ns, guard } = workerData as WatchPlan;
const here = ns && { ...ns, close: () => {} };
const wait = openPollSet([fd, rulesetFd, stopFd]);
const stopping = openPollSet([stopFd]);
const readRoutes = eventReader(fd, links);
const readRuleset = rulesetReader(rulesetFd);
// It has next to nothing to do, but that must not wait where the machine is busy.
preferThisThread();

let isSettled = false;

while (!stopping(0)) {
  if (!wait(isSettled ? longestWaitMs : settledMs)) {
    if (!isSettled) collectGarbage();
    isSettled = true;
    continue;
  }
  const atMs = monotonicMs();
  const events = [...readRuleset(), ...readRoutes()];
  if (events.length === 0) continue;
  const closed = guard && isOpened(guard, events) ? closeNow(here) : undefined;
  parentPort?.postMessage({ atMs, events, closed });
}
