// How long a gateway takes to start and to end, and what it takes while nothing happens, by the number of WANs. As root:
//   node tools/setup.mjs && node bench/scale/main.mjs [--wans 2,64] [--times 5] [--idle SECONDS] [--flaps N] [--with WORDS]
// ms and MB; the ratio is to the first number of WANs. `process`: from the start of the program until "ready"; `ready`: from the
// configuration on; `cpu`: CPU time of everything until then, which does not depend on what else runs.
import { parseArgs } from 'node:util';
import { monotonicMs, sleep } from '../../dist/sys/index.js';
import { startJalur } from '../gateways/jalur.mjs';
import { cpuMs, memory, wakings } from './processes.mjs';
import { manyWans } from './site.mjs';

const { values } = parseArgs({
  options: {
    wans: { type: 'string', default: '2,64' },
    times: { type: 'string', default: '5' },
    idle: { type: 'string', default: '20' },
    flaps: { type: 'string', default: '0' },
    /** More words of `jalur run`, as --with=--no-journal. */
    with: { type: 'string', default: '' },
  },
});

const more = values.with.split(' ').filter(word => word !== '');
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

async function startAndEnd(site) {
  const runs = [];
  for (let i = 0; i < Number(values.times); i++) {
    const bornMs = monotonicMs();
    const gateway = await startJalur(site, { file: site.file, more });
    const ready = gateway.events.find(({ type }) => type === 'ready');
    const cpu = cpuMs(gateway.pid);
    await sleep(1500);
    const endMs = monotonicMs();
    await gateway.stop();
    runs.push({
      cpu,
      process: ready.atMs - bornMs,
      ready: ready.durationMs,
      stop: monotonicMs() - endMs,
    });
  }
  return Object.fromEntries(
    ['process', 'ready', 'cpu', 'stop'].map(key => [key, Math.round(median(runs.map(one => one[key])))]),
  );
}

async function idle(site) {
  const gateway = await startJalur(site, { file: site.file, more });
  await sleep(5000);
  const [before, woken, beforeMs] = [cpuMs(gateway.pid), wakings(gateway.pid), monotonicMs()];
  await sleep(Number(values.idle) * 1000);
  const tookMs = monotonicMs() - beforeMs;
  const share = (cpuMs(gateway.pid) - before) / tookMs;
  const perSecond = ((wakings(gateway.pid) - woken) * 1000) / tookMs;
  const used = memory(gateway.pid);
  const grown = await flaps(site, gateway);
  await gateway.stop();
  return {
    cpuPercent: (share * 100).toFixed(2),
    wakings: perSecond.toFixed(1),
    own: used.own.toFixed(1),
    all: used.all.toFixed(1),
    ...grown,
  };
}

/** Memory every fifth of the flaps of one line. */
async function flaps(site, gateway) {
  const count = Number(values.flaps);
  const grown = [];
  for (let i = 0; i < count; i++) {
    site.unplug(1, true);
    await sleep(60);
    site.unplug(1, false);
    await sleep(60);
    if ((i + 1) % Math.ceil(count / 5) === 0) grown.push(memory(gateway.pid).own.toFixed(1));
  }
  return count > 0 ? { afterFlaps: grown.join(' ') } : {};
}

const rows = [];
for (const wans of values.wans.split(',').map(Number)) {
  const site = manyWans(wans);
  try {
    rows.push({
      wans,
      ...(Number(values.times) > 0 && (await startAndEnd(site))),
      ...(Number(values.idle) > 0 && (await idle(site))),
    });
  } finally {
    site.down();
  }
}
console.table(rows);
const [first, ...others] = rows;
for (const { wans, ready, stop } of others.filter(({ ready }) => ready !== undefined)) {
  console.log(
    `${wans} WANs: ready ${(ready / first.ready).toFixed(1)} times, stop ${(stop / first.stop).toFixed(1)} times that of ${first.wans}`,
  );
}
