// CPU time of processes and threads: it is the same whatever else the machine does.
import { readFileSync } from 'node:fs';
import { monotonicMs } from '../../dist/sys/index.js';
import { cpuMs, family } from '../scale/processes.mjs';

const read = path => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // It has ended meanwhile.
  }
};

/** Of the first thread of a process: the one that decides, answers, or draws; ms. */
export const firstThreadMs = pid => Number(read(`/proc/${pid}/task/${pid}/schedstat`).split(' ')[0]) / 1e6;

const round = number => Math.round(number * 100) / 100;

/** What each of them takes while something goes on, in percent of a core. `looks`: name → what it has taken until now, ms. */
export async function percents(looks, work) {
  const now = () => Object.fromEntries(Object.entries(looks).map(([name, look]) => [name, look()]));
  const [before, beganMs] = [now(), monotonicMs()];
  const found = await work();
  const [after, tookMs] = [now(), monotonicMs() - beganMs];
  const share = name => round(((after[name] - before[name]) / tookMs) * 100);
  return { found, tookMs, percent: Object.fromEntries(Object.keys(looks).map(name => [name, share(name)])) };
}

/** Of Chromium by kind of process: `renderer` draws the page, `gpu-process` puts it together, `browser` is the first one. */
export function chromiumLooks(pid) {
  const kindOf = id => /--type=([\w-]+)/.exec(read(`/proc/${id}/cmdline`))?.[1] ?? 'browser';
  const sum = kind => () =>
    family(pid)
      .filter(id => kindOf(id) === kind)
      .reduce((total, id) => total + ownMs(id), 0);
  const kinds = ['renderer', 'gpu-process', 'browser', 'utility'];
  return { ...Object.fromEntries(kinds.map(kind => [kind, sum(kind)])), all: () => cpuMs(pid) };
}

/** Without children. */
function ownMs(id) {
  const stat = read(`/proc/${id}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}
