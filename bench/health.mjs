// How fast jalur's own health finds an ISP that is dead behind a live modem, and whether it cries wolf on full lines:
// the bench of the paper with the repaired configuration, real packets through the real gateway. As root:
//   node tools/setup.mjs && node bench/health.mjs [--faults 30] [--saturated MINUTES] [--pace jalur|routeros]
// Times are ms from the cut of the cable: until the verdict, and until the kernel had other routes.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bringUp, readTopology } from '../dist/lab/index.js';
import { startDownloads, startPings, startServers, startUploads } from '../dist/lab/traffic/index.js';
import { monotonicMs, packagePath, sleep } from '../dist/sys/index.js';

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '30' },
    saturated: { type: 'string', default: '0' },
    verbose: { type: 'boolean', default: false },
    pace: { type: 'string', default: 'jalur' },
  },
});
const folder = packagePath('examples/paper-fixed');
const { topology } = readTopology(readFileSync(`${folder}/topology.yaml`, 'utf8'), 'topology.yaml');
const up = () =>
  bringUp(topology, `${folder}/${topology.config}`, { prefix: `health${process.pid}-`, pace: values.pace });

/** Faults on one lab before a line is kept down too long: each doubles that. */
const faultsPerLab = 6;
const settleMs = 4000;
/** A fault outlasts its verdict: one that ends at once is a short outage, and those a line learns to wait for. */
const lastsMs = 2000;

const leavesBy = (event, port) => event.active.some(({ interfaces }) => interfaces.includes(port));

/** What the gateway says next that `test` accepts; undefined after `timeoutMs`. */
function heard(router, sinceMs, test, timeoutMs) {
  return router
    .until('an event', event => event.atMs >= sinceMs && test(event), timeoutMs)
    .catch(() => undefined);
}

async function oneFault(lab, isp) {
  const port = isp.topology.interface;
  const cutMs = monotonicMs();
  isp.cable.change({ cut: true });
  const isDown = event => event.type === 'line' && event.line === port && event.status === 'down';
  const isHealed = event => event.type === 'routes-changed' && !leavesBy(event, port);
  const [down, healed] = await Promise.all([
    heard(lab.router, cutMs, isDown, 30_000),
    heard(lab.router, cutMs, isHealed, 30_000),
  ]);
  await sleep(lastsMs);
  isp.cable.change({ cut: false });
  const mendedMs = monotonicMs();
  await heard(
    lab.router,
    mendedMs,
    event => event.type === 'routes-changed' && leavesBy(event, port),
    90_000,
  );
  if (values.verbose)
    console.error(
      port,
      JSON.stringify(down),
      Math.round((down?.atMs ?? 0) - cutMs),
      Math.round((healed?.atMs ?? 0) - cutMs),
    );
  return { verdictMs: (down?.atMs ?? Number.NaN) - cutMs, healMs: (healed?.atMs ?? Number.NaN) - cutMs };
}

/** Everything a LAN does that is not idle: pings to many servers, a few at a time. */
const talk = lab =>
  lab.clients.map(({ ns }, i) =>
    startPings({ ns, targets: lab.internet.servers.slice(i * 10, i * 10 + 10), everyMs: 40 }),
  );

async function faults(count, isBusy) {
  const found = [];
  while (found.length < count) {
    const lab = await up();
    const pings = isBusy ? talk(lab) : [];
    await sleep(settleMs);
    for (let i = 0; i < faultsPerLab && found.length < count; i++) {
      found.push(await oneFault(lab, lab.isps[i % lab.isps.length]));
      await sleep(1000 + Math.random() * 700);
    }
    await Promise.all(pings.map(one => one.stop()));
    await lab.down();
  }
  return found;
}

const at = (sorted, part) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN);

function row(name, list) {
  const sorted = list.toSorted((a, b) => a - b);
  return { what: name, n: list.length, min: at(sorted, 0), p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}

/** Every line full both ways for a while: how often it is called dead. */
async function saturated(minutes) {
  const lab = await up();
  const sinceMs = monotonicMs();
  const servers = await startServers(lab.internet.ns);
  const flows = lab.clients.flatMap(({ ns }, i) =>
    lab.internet.servers.slice(i * 40, i * 40 + 8).map(address => ({ ns, address })),
  );
  const bulks = [startDownloads(flows), startUploads(flows, servers)];
  await sleep(minutes * 60_000);
  const said = lab.router.events.filter(({ type, atMs }) => type === 'line' && atMs >= sinceMs);
  for (const bulk of bulks) bulk.stop();
  await lab.down();
  return { minutes, down: said.filter(({ status }) => status === 'down').length, said };
}

const rows = [];
for (const [name, isBusy] of [
  ['idle', false],
  ['with traffic', true],
]) {
  const found = await faults(Number(values.faults), isBusy);
  rows.push(
    row(
      `${name}: verdict`,
      found.map(one => one.verdictMs),
    ),
  );
  rows.push(
    row(
      `${name}: other routes`,
      found.map(one => one.healMs),
    ),
  );
}
console.table(rows);
if (Number(values.saturated) > 0) console.log(await saturated(Number(values.saturated)));
process.exit(0);
