// What a journal costs, and how long a report takes: npm run build first.
//   node bench/journal.mjs [SECONDS]     seconds to record for; default 20
// Recorded is as `jalur run` does it, with 4 WANs, 10 events and one reading a second, by a thread of its own; what reading
// counters of the kernel takes is not in it. Reported are 30 days of measurements with 3000 outages.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { eventHub } from '../dist/gateway/event-hub.js';
import { lineSeries, seriesCapacity, seriesName, startRecorder } from '../dist/gateway/journal/index.js';
import { journalFiles, openRing, openRingFile, openStore, usualTiers } from '../dist/journal/index.js';
import { knownGateway } from '../dist/metrics/testing/index.js';

const seconds = Number(process.argv[2] ?? 20);
const wans = ['ether1', 'ether2', 'ether3', 'ether4'];
const folder = mkdtempSync(join(tmpdir(), 'jalur-bench-journal-'));
const past = join(folder, 'past');
const budgets = { cpuPercent: 1, reportMs: 1000, ringBytes: 250e6 };

const line = (name, n) => ({
  ...knownGateway.lines[0],
  wan: name,
  received: { bytes: n * 1e6, packets: n * 1000 },
  sent: { bytes: n * 1e5, packets: n * 500 },
  opened: n * 20,
});

function everySecond({ hear }) {
  const timer = setInterval(hear, 1000);
  return { stop: () => clearInterval(timer) };
}

async function record() {
  const hub = eventHub();
  let n = 0;
  const recorder = startRecorder({
    ...{ dir: join(folder, 'cost'), startedAt: new Date().toISOString(), hub, lines: wans.length },
    ...{ everySecond, measured: async () => ({}), hasLineEvents: () => true },
    reading: () => ({
      ...{ atMs: performance.now(), tracked: 120 },
      lines: wans.map(name => line(name, n)),
    }),
    onTurned: () => {},
    onTroubles: troubles => process.stderr.write(`${JSON.stringify(troubles)}\n`),
  });
  await setTimeout(2000);
  const before = process.cpuUsage();
  const since = performance.now();
  while (performance.now() - since < seconds * 1000) {
    await setTimeout(100);
    const atMs = performance.now();
    n++;
    if (n % 2 === 0)
      hub.emit({ type: 'line', atMs, line: 'ether2', status: n % 4 ? 'up' : 'down', sinceMs: atMs });
    else
      hub.emit({
        ...{ type: 'decision', atMs, durationMs: 40, reason: 'ether2 is down', refused: [], scripts: [] },
        causes: [{ reason: 'ether2 is down', atMs }],
        steps: { waited: 1, decided: 2, applied: 37 },
        changes: Array.from({ length: 20 }, (_, i) => `replace route ${i} 0.0.0.0/0 by ether1`),
      });
  }
  const { user, system } = process.cpuUsage(before);
  const tookMs = performance.now() - since;
  await recorder.close();
  return ((user + system) / 1000 / tookMs) * 100;
}

const day = 86_400;

function fill(dir) {
  mkdirSync(dir);
  const now = Math.floor(Date.now() / 1000);
  const store = openStore(dir);
  const outages = Array.from({ length: 3000 }, (_, i) => now - 30 * day + 60 + i * 850);
  const at = s => new Date(s * 1000).toISOString();
  const entry = (s, correlation, body) => ({
    time: at(s),
    kind: body.type,
    about: 'ether2',
    correlation,
    body,
  });
  store.append(
    outages.flatMap((s, i) => [
      entry(s, `d${i}`, {
        type: 'line',
        atMs: s,
        line: 'ether2',
        status: 'down',
        cause: 'upstream',
        sinceMs: s,
      }),
      entry(s, `d${i}`, {
        ...{ type: 'decision', atMs: s, durationMs: 40, reason: '', causes: [], refused: [], scripts: [] },
        ...{ steps: { waited: 1, decided: 2, applied: 37 }, changes: ['a', 'b', 'c'] },
      }),
      entry(s + 60, `u${i}`, { type: 'line', atMs: s, line: 'ether2', status: 'up', sinceMs: s }),
    ]),
  );
  store.close();
  const path = journalFiles(dir).ring;
  const ring = openRing(openRingFile(path), { capacity: seriesCapacity(wans.length), tiers: usualTiers });
  const names = wans.flatMap(name => lineSeries.map(series => seriesName(name, series)));
  // A value every ten seconds fills the tier of minutes as one a second does.
  for (let s = now - 30 * day; s <= now; s += 10)
    ring.add(s, Object.fromEntries(names.map(name => [name, s % 100])));
  ring.close();
  return statSync(path).size;
}

function report(dir) {
  const argv = [
    join(import.meta.dirname, '../bin/jalur'),
    'report',
    '--since',
    '30d',
    '--json',
    '--state',
    dir,
  ];
  const since = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - since;
}

const said = [];
const say = (name, value, budget, unit) => {
  const isWithin = value <= budget;
  said.push(isWithin);
  process.stdout.write(
    `${name}: ${value.toFixed(2)} ${unit}, at most ${budget} ${isWithin ? '' : ' TOO MUCH'}\n`,
  );
};
try {
  say(`recording 10 events/s of 4 WANs for ${seconds} s`, await record(), budgets.cpuPercent, '% of a core');
  const size = fill(past);
  say('ring file of 4 WANs', size / 1e6, budgets.ringBytes / 1e6, 'MB');
  const runs = Array.from({ length: 5 }, () => report(past)).sort((a, b) => a - b);
  say('report over 30 d (median of 5, with the start of the program)', runs[2], budgets.reportMs, 'ms');
  if (process.env.KEEP) process.stdout.write(`${past}\n`);
} finally {
  if (!process.env.KEEP) rmSync(folder, { recursive: true });
}
process.exitCode = said.every(Boolean) ? 0 : 1;
