import { readFileSync } from 'node:fs';
import { afterAll, bench, describe } from 'vitest';
import { bringUp, measureAccuracy, readTopology } from '../src/lab/index.ts';
import { monotonicMs, packagePath } from '../src/sys/index.ts';

// The paper's bench with the real gateway: 9 namespaces, 2 cables, NAT, limits, 6 leases really negotiated. Target on two
// idle cores: up in 600 ms, down in 200 ms. What the cables and limits are worth is measured once, in an idle lab.

const folder = packagePath('examples/paper-fixed');
const { topology } = readTopology(readFileSync(`${folder}/topology.yaml`, 'utf8'), 'topology.yaml');
if (!topology) throw new Error('examples/paper-fixed has no topology');
const [paper, prefix] = [topology, `bench${process.pid}-`];
const up = () => bringUp(paper, `${folder}/${paper.config}`, { prefix });

const times: Record<string, number[]> = {};
const note = (what: string, ms: number) => {
  times[what] = [...(times[what] ?? []), ms];
};

async function upAndDown(): Promise<void> {
  const lab = await up();
  for (const [what, ms] of Object.entries(lab.timings)) note(what, ms);
  const startMs = monotonicMs();
  await lab.down();
  note('downMs', monotonicMs() - startMs);
}

describe('the bench of the paper', () => {
  bench('up and down', upAndDown, { iterations: 20, time: 0, warmupIterations: 1, warmupTime: 0 });
});

afterAll(async () => {
  const rows = Object.entries(times).map(([what, all]) => {
    const sorted = [...all].sort((a, b) => a - b);
    const at = (part: number) => Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN);
    return [what, { min: at(0), median: at(0.5), max: at(1), runs: sorted.length }] as const;
  });
  console.table(Object.fromEntries(rows));
  const lab = await up();
  console.table(await measureAccuracy(lab, 'en'));
  await lab.down();
}, 30_000);
