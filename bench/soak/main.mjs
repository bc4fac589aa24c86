// The gateway for a while under everything that happens to one, with steady traffic (docs/failover-bench.md#soak). As root:
//   npm run soak -- [--minutes 15] [--seed N] [--only NAME,…] [--json FILE]
// Exit code 1 where something was lost, left or not put right.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bringUp } from '../../dist/lab/index.js';
import { upstreamAddresses } from '../../dist/lab/topology/fill.js';
import { listNamespaces, monotonicMs, preferThisThread, sleep } from '../../dist/sys/index.js';
import { belowOuter } from '../outer.mjs';
import { resolvers } from '../site/internet.mjs';
import { paper, paperTopology } from '../site/lab.mjs';
import { startServers } from '../traffic/servers.mjs';
import { restored, tablesOf } from './checks.mjs';
import { events, hasCommand } from './events.mjs';
import { keepGateway } from './gateway.mjs';
import { kernelState } from './kernel-state.mjs';
import { filesOf, memoryOf, processNames } from './processes.mjs';
import { randomOf, shuffled } from './random.mjs';
import { startTraffic } from './traffic.mjs';
import { countUntranslated } from './untranslated.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '15' },
    seed: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
await belowOuter();
// Clients and servers are other machines: they are not late because this one is busy.
preferThisThread('high');
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const random = randomOf(seed);
const startMs = monotonicMs();
const endMs = startMs + minutes * 60_000;
const seconds = () => `${Math.round((monotonicMs() - startMs) / 1000)} s`.padStart(6);
const say = line => console.log(`${seconds()}  ${line}`);

/** After an nft flush or a deletion nothing may be amiss for longer. */
const unprotectedMs = 1000;
/** Growth of all processes together that is none, MB: what a heap takes until its first collections. */
const growthMb = 30;

const namespacesBefore = listNamespaces();
const folder = mkdtempSync(join(tmpdir(), 'soak-'));
// The shortest lease that there is: it is renewed all the time, and can run out.
const topology = paperTopology(isp => ({ ...isp, rate: {}, leaseTime: 120_000 }));
const file = `${paper}/paper-fixed.rsc`;
const lab = await bringUp(topology, file, { prefix: `soak${process.pid}-`, folder, pace: 'jalur' });
const [client] = lab.clients;
const ns = lab.router.ns;
const site = {
  kind: 'lab',
  folder,
  router: ns,
  ready: Promise.resolve(),
  client: { ns: client.ns, address: client.address },
  internet: { ns: lab.internet.ns, servers: lab.internet.servers.slice(0, 60) },
  lines: lab.isps.map(isp => ({
    name: isp.topology.interface,
    owns: source => source === upstreamAddresses(isp.topology).isp,
  })),
  resolvers,
};
// The lab's own gateway makes room for one that is started as users start it, and can be killed.
await lab.router.request('stop');
const gateway = await keepGateway(site, file);
const servers = startServers(site);
const untranslated = countUntranslated(lab.isps);
await sleep(2000);
const firstComplaints = await restored({ ns, stateDir: gateway.stateDir, wanted: kernelState(ns) });
const wanted = kernelState(ns);
const first = {
  processes: processNames(ns),
  tables: tablesOf(ns),
  memoryMb: memoryOf(ns),
  files: filesOf(gateway.pid),
};
say(
  `seed ${seed}: the gateway runs, ${Math.round(first.memoryMb)} MB${firstComplaints.map(one => `; ${one}`).join('')}`,
);

const isMissing = ([, { needs }]) => needs !== undefined && !hasCommand(needs);
const able = Object.entries(events).filter(one => !isMissing(one));
for (const [name] of Object.entries(events).filter(isMissing))
  say(`${name}: left out, this jalur has no such command`);
const names = able.map(([name]) => name).filter(name => values.only?.split(',').includes(name) ?? true);
const isFitting = name => !events[name].isLong || minutes >= 10 || values.only !== undefined;

/** One event under traffic, and everything that has to hold afterwards. */
async function happen(name) {
  const event = events[name];
  const line = Math.floor(random() * site.lines.length);
  const notes = [];
  const traffic = await startTraffic(site, 60_000);
  if (!traffic) return { name, amiss: ['not every line could be used before it'] };
  await sleep(400);
  const fromMs = monotonicMs();
  const before = untranslated.now();
  const context = {
    lab,
    site,
    gateway,
    ns,
    random,
    line,
    note: text => notes.push(text),
    nowMs: monotonicMs,
  };
  const failed = await event.act(context).then(
    () => [],
    error => [error.message],
  );
  await sleep(1200);
  const toMs = monotonicMs();
  await sleep(400);
  const hit = { line: [line], all: site.lines.map((_, i) => i), none: [] }[event.hits];
  const { lost, broken } = traffic.harm(hit, fromMs, toMs);
  const losses = traffic.losses(hit, fromMs, toMs);
  const gapMs = event.hits === 'all' ? traffic.gapMs(fromMs, toMs) : 0;
  traffic.stop();
  servers.hangUp();
  const left = await restored({ ns, stateDir: gateway.stateDir, wanted });
  const about = event.hits === 'line' ? site.lines[line].name : notes.join(', ');
  const amiss = [
    ...failed,
    ...left.slice(0, 5),
    ...losses,
    ...(lost + broken > 0 ? gateway.said(fromMs, toMs) : []),
    ...(broken > 0 ? [`${broken} connections of healthy lines broken`] : []),
    ...(gapMs > unprotectedMs ? [`nothing passed for ${gapMs} ms`] : []),
  ];
  return {
    name,
    about,
    ms: Math.round(monotonicMs() - fromMs),
    lost,
    broken,
    gapMs,
    untranslated: untranslated.now() - before,
    amiss,
  };
}

const done = [];
let queue = [];
while (monotonicMs() < endMs) {
  if (queue.length === 0) queue = shuffled(random, names.filter(isFitting));
  const one = await happen(queue.shift());
  done.push(one);
  const leaked = one.untranslated ? `, ${one.untranslated} untranslated packets reached an ISP` : '';
  const gap = one.gapMs ? `, ${one.gapMs} ms without answers` : '';
  say(
    `${one.amiss.length === 0 ? 'ok   ' : 'AMISS'} ${one.name} ${one.about ?? ''}${gap}${leaked}${one.amiss.map(text => `\n          ${text}`).join('')}`,
  );
}

const last = {
  processes: processNames(ns),
  tables: tablesOf(ns),
  memoryMb: memoryOf(ns),
  files: filesOf(gateway.pid),
};
const left = await restored({ ns, stateDir: gateway.stateDir, wanted, timeoutMs: 5000 });
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const leaks = [
  ...(isSame(first.processes, last.processes)
    ? []
    : [`processes: ${first.processes} before, ${last.processes} now`]),
  ...(isSame(first.tables, last.tables) ? [] : [`nft tables: ${first.tables} before, ${last.tables} now`]),
  ...(last.memoryMb - first.memoryMb > growthMb
    ? [`memory: ${Math.round(first.memoryMb)} MB before, ${Math.round(last.memoryMb)} MB now`]
    : []),
  ...(last.files - first.files > 5 ? [`open files: ${first.files} before, ${last.files} now`] : []),
];
servers.close();
await gateway.stop();
await lab.down();
rmSync(folder, { recursive: true, force: true });
await sleep(300);
const stray = listNamespaces().filter(
  name => name.startsWith(`soak${process.pid}-`) && !namespacesBefore.includes(name),
);
if (stray.length > 0) leaks.push(`namespaces: ${stray}`);

const bad = done.filter(({ amiss }) => amiss.length > 0);
const isGood = bad.length === 0 && left.length === 0 && leaks.length === 0;
const sum = key => done.reduce((all, one) => all + (one[key] ?? 0), 0);
const report = {
  seed,
  minutes,
  events: done,
  healthyLost: sum('lost'),
  healthyBroken: sum('broken'),
  untranslated: sum('untranslated'),
  memoryMb: { before: first.memoryMb, after: last.memoryMb },
  left,
  leaks,
  ok: isGood,
};
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
for (const text of [...left, ...leaks]) console.log(`left: ${text}`);
console.log(
  `${done.length} events, ${bad.length} amiss; healthy lines lost ${report.healthyLost} packets, ${report.healthyBroken} connections; ${report.untranslated} untranslated packets; memory ${Math.round(first.memoryMb)} -> ${Math.round(last.memoryMb)} MB (seed ${seed})`,
);
process.exit(isGood ? 0 : 1);
