// How long the thread of the gateway that decides is ever away: it is asked for a sign of life all the time, by a connection of our own.
import { connectControl } from '../../dist/gateway/index.js';
import { monotonicMs, sleep } from '../../dist/sys/index.js';
import { firstThreadMs } from './cpu.mjs';

const everyMs = 10;

/**
 * Of all answers while something goes on; what this machine itself is late by is in them. `busyMs`: the most that the thread worked
 * between a question and its answer, which is not.
 */
export async function pulses({ stateDir, pid }, work) {
  const control = await connectControl(stateDir);
  const waited = [];
  let busyMs = 0;
  let isDone = false;
  const asking = (async () => {
    while (!isDone) {
      const [beganMs, workedMs] = [monotonicMs(), firstThreadMs(pid)];
      await control.request('pulse');
      waited.push(monotonicMs() - beganMs);
      busyMs = Math.max(busyMs, firstThreadMs(pid) - workedMs);
      await sleep(everyMs);
    }
  })();
  const found = await work();
  isDone = true;
  await asking;
  control.close();
  const sorted = waited.sort((a, b) => a - b);
  const at = part => Math.round(sorted[Math.floor((sorted.length - 1) * part)] * 10) / 10;
  const pulse = { asked: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), longestMs: at(1) };
  return { found, pulse: { ...pulse, busyMs: Math.round(busyMs * 10) / 10 } };
}
