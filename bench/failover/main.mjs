// How fast the gateway finds a dead line and has others for its clients, what that costs them, and what it must not do: real
// packets through the real gateway, on plain veths and in the lab, and peers beside it (docs/failover-bench.md).
import { writeFileSync } from 'node:fs';
import { readEnvironment } from '../../dist/lab/orchestrate/read-environment.js';
import { monotonicMs, preferThisThread } from '../../dist/sys/index.js';
import { peersOf } from '../gateways/peers.mjs';
import { belowOuter } from '../outer.mjs';
import { readArguments } from './arguments.mjs';
import { loss2, saturated } from './false-alarms.mjs';
import { at, rowOf } from './figures.mjs';
import { kinds } from './kinds.mjs';
import { peerSeries, series } from './series.mjs';
import { faultTable, peerTable } from './table.mjs';

const asked = readArguments();
// What is installed is installed here: inside is no way out.
const { peers, missing } = peersOf(asked);
await belowOuter();
// Clients and servers are other machines: they are not late because this one is busy.
preferThisThread('high');
const startMs = monotonicMs();
const seconds = () => `${Math.round((monotonicMs() - startMs) / 1000)} s`.padStart(6);
const say = line => console.log(`${seconds()}  ${line}`);

const names = Object.keys(kinds).filter(name => asked.only?.includes(name) ?? true);
const unknown = (asked.only ?? []).filter(name => !kinds[name]);
if (unknown.length > 0) {
  console.error(`no fault ${unknown.join(', ')}; there are ${Object.keys(kinds).join(', ')}`);
  process.exit(2);
}
const peerKinds = ['carrier', 'blackhole'].filter(name => names.includes(name));
const sets = asked.sites.flatMap(place => names.map(name => ({ place, name })));
const watchMinutes = Math.max(asked.saturated, asked.loss);

/** When everything has to be over, and how much of it belongs to what comes after the faults. */
const endMs = asked.minutes === undefined ? Number.POSITIVE_INFINITY : startMs + asked.minutes * 60_000;
// One fault of each kind takes a peer that long, with its way back.
const peersMs = peers.length === 0 ? 0 : Math.max((asked.minutes ?? 0) / 5, peers.length * 1.5) * 60_000;
const reservedMs = peersMs + watchMinutes * 60_000 + 20_000;
/** Those that are left share what time is left. */
const shareUntil = (left, reserved) => monotonicMs() + (endMs - reserved - monotonicMs()) / left;

const healthy = { lost: 0, broken: 0 };
const note = results => {
  healthy.lost += results.reduce((sum, one) => sum + one.healthyLost, 0);
  healthy.broken += results.reduce((sum, one) => sum + one.healthyBroken, 0);
};

const faults = [];
for (const [i, { place, name }] of sets.entries()) {
  const fault = place === 'lab' ? `${name} (lab)` : name;
  const progress = results => {
    const { restoreMs = Number.NaN, hung } = results.at(-1);
    const after = `restored after ${Math.round(restoreMs)} ms${hung ? `, ${hung} hung` : ''}`;
    say(`${fault} ${results.length}/${asked.faults}: ${after}`);
  };
  const untilMs = shareUntil(sets.length - i, reservedMs);
  const results = await series({
    place,
    kind: kinds[name],
    count: asked.faults,
    untilMs,
    say: progress,
    complain: error => say(`${fault}: ${error.message}`),
  });
  note(results);
  faults.push(rowOf(fault, results));
  const hung = results.reduce((sum, one) => sum + one.sendersHung, 0);
  if (hung > 0) say(`${fault}: ${hung} senders hung`);
}

const measured = [];
for (const [i, { peer, kind }] of peers.flatMap(peer => peerKinds.map(kind => ({ peer, kind }))).entries()) {
  const left = peers.length * peerKinds.length - i;
  const progress = results =>
    say(
      `${peer.name}, ${kind} ${results.length}: restored after ${Math.round(results.at(-1).restoreMs ?? Number.NaN)} ms`,
    );
  const untilMs = shareUntil(left, watchMinutes * 60_000 + 20_000);
  const complain = error => say(`${peer.name}: ${error.message}`);
  const results = await peerSeries({ peer, kind, count: asked.peerFaults, untilMs, say: progress, complain });
  if (results.length === 0) continue;
  const times = results.map(one => one.restoreMs ?? Number.POSITIVE_INFINITY);
  const median = at(times, 0.5);
  measured.push({ name: peer.name, fault: kind, restoreMs: Number.isFinite(median) ? median : null });
}

if (watchMinutes > 0) say(`watching full lines for ${asked.saturated} min, lossy ones for ${asked.loss} min`);
const unwatched = error => {
  say(`not watched: ${error.message}`);
  return null;
};
const [full, lossy] = await Promise.all([
  saturated(asked.saturated).catch(unwatched),
  loss2(asked.loss).catch(unwatched),
]);

const report = {
  environment: readEnvironment({ congestion: 'cubic', parallel: 1, missing: [], emulation: [] }),
  faults,
  // A connection of another line that broke is a loss too.
  healthyWanLost: healthy.lost + healthy.broken,
  falseFailovers: { saturated: full, loss2: lossy },
  peers: measured,
};
if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(report, undefined, 2)}\n`);
console.log(`\n${faultTable(faults)}\n`);
if (measured.length > 0) console.log(`${peerTable(measured)}\n`);
for (const { name, apt } of missing) console.log(`${name}: not measured, it is not installed (${apt})`);
console.log(`packets lost on healthy WANs: ${healthy.lost}, connections broken there: ${healthy.broken}`);
console.log(
  `false failovers: ${full ?? '-'} on full lines (${asked.saturated} min), ${lossy ?? '-'} at 2 % loss (${asked.loss} min)`,
);
process.exit(0);
