import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Incident } from '../../src/gateway/index.ts';
import { bringUp } from '../../src/lab/build/bring-up.ts';
import type { Lab } from '../../src/lab/build/lab.ts';
import type { FaultCost } from '../../src/lab/experiments/failover/cost.ts';
import { experimentNamed } from '../../src/lab/index.ts';
import { readTopology } from '../../src/lab/topology/read.ts';
import { entryPoint, monotonicMs, packagePath, run, sleep } from '../../src/sys/index.ts';

// What the journal tells of an outage, held against what the lab measured of the same one: a line under traffic is unplugged, or dies
// behind its gateway, with the gateway at its own pace.

const folder = packagePath('examples/paper-fixed');
const { topology } = readTopology(readFileSync(`${folder}/topology.yaml`, 'utf8'), 'topology.yaml');
if (!topology) throw new Error('the topology has errors');
const config = `${folder}/${topology.config}`;
const work = mkdtempSync(join(tmpdir(), 'jalur-incident-'));
const state = join(work, 'gateway');
let lab: Lab;

beforeAll(async () => {
  const words = [
    '--config',
    config,
    '--pace',
    'jalur',
    '--health',
    'auto',
    '--state',
    state,
    '--journal',
    '--control-fd',
    '3',
  ];
  lab = await bringUp(topology, config, {
    ...{ prefix: `labinc${process.pid}-`, folder: work, pace: 'jalur' },
    gateway: [process.execPath, entryPoint('gateway/main.ts'), ...words],
  });
  for (const line of ['ether1', 'ether2'])
    await lab.router.until(
      `${line} up`,
      event => event.type === 'line' && event.line === line && event.status === 'up',
    );
});

afterAll(async () => {
  await lab?.down();
  rmSync(work, { recursive: true, force: true });
});

interface Told extends Incident {
  readonly lostPacketsAbout?: number;
}

interface Measured {
  readonly cost: FaultCost;
  readonly told: Told;
  readonly story: string;
  /** Of the gateway's events, as wall clock: when it said that the line is down, and up again. */
  readonly downAt: number;
  readonly upAt: number;
}

async function measured(part: string): Promise<Measured> {
  const began = monotonicMs();
  const data = await experimentNamed('failover')?.run({
    lab,
    config,
    part,
    language: 'en',
    progress: () => {},
  });
  const piece = { part, data: JSON.parse(JSON.stringify(data)) as unknown, durationMs: 1 };
  const result = experimentNamed('failover')?.conclude(
    [piece],
    topology as NonNullable<typeof topology>,
    'en',
  );
  const { faults: [cost] = [] } = (result?.data ?? {}) as { readonly faults?: readonly FaultCost[] };
  if (!cost) throw new Error('nothing was measured');
  const turned = (status: string) =>
    lab.router.until(
      `ether1 is ${status}`,
      event =>
        event.type === 'line' &&
        event.line === 'ether1' &&
        event.status === status &&
        event.atMs > began + 3000,
      60_000,
    );
  const [down, up] = [await turned('down'), await turned('up')];
  await sleep(1000);
  const wall = Date.now() - monotonicMs();
  const ask = (...words: readonly string[]): string =>
    run([packagePath('bin/jalur'), 'incident', 'ether1', '--state', state, ...words]).stdout;
  return {
    cost,
    told: JSON.parse(ask('--json')) as Told,
    story: ask(),
    ...{ downAt: wall + down.atMs, upAt: wall + up.atMs },
  };
}

/** An entry has the time at which it was made, which a busy machine does later than the event was known. */
const clockMs = 1000;

/** The lines are full: what is in their queues when the fault comes arrives after it, and silence begins then. */
const queuesMs = 500;

/** Sessions of users that were open, and short ones: four new connections a second are on their way for a moment each. */
const shortOnes = 12;

function holdsAgainst({ cost, told, story, downAt, upAt }: Measured): void {
  expect(Math.abs(Date.parse(told.from) - downAt)).toBeLessThan(clockMs);
  expect(Math.abs(Date.parse(told.until ?? '') - upAt)).toBeLessThan(clockMs);
  expect(Math.abs(told.downMs - (upAt - downAt))).toBeLessThan(clockMs);
  // Who moved: from the dead line, to the one that lives.
  expect(story).toMatch(/moved .*ether1.*ether2/);
  // Sessions that broke were reset by the gateway, as far as the kernel knew them.
  const reset = told.flows?.reset ?? 0;
  expect(reset).toBeGreaterThanOrEqual(cost.tcpBroken);
  expect(reset).toBeLessThanOrEqual(cost.tcpBroken + cost.tcpHung + shortOnes);
  // Pings by the line are among the packets that were lost, but for those that were under way, one each 20 ms by each line.
  expect(told.lostPacketsAbout).toBeGreaterThanOrEqual(Math.floor(cost.pingsLost / 2) - queuesMs / 20);
}

it('a line is unplugged under traffic → the journal tells cause, detection, losses, resets, moves and its end as the lab measured them', async () => {
  const one = await measured('isp1-unplug');
  const { cost, told } = one;
  expect(told.causes[0]).toBe('carrier');
  expect([cost.detectedBy, (cost.detectMs ?? Number.NaN) < 100]).toEqual(['link', true]);
  holdsAgainst(one);
}, 120_000);

it('a line dies behind its gateway under traffic → the silence that it tells is the time that the lab measured', async () => {
  const one = await measured('isp1-blackhole');
  const { cost, told } = one;
  expect(told.causes[0]).toBe('upstream');
  // Until the kernel has other routes, which is when the lab takes it for detected.
  const toldMs = (told.evidence?.silentMs ?? Number.NaN) + (told.decision?.durationMs ?? Number.NaN);
  const earlier = (cost.detectMs ?? Number.NaN) - toldMs;
  expect([earlier > -150, earlier < queuesMs, earlier]).toEqual([true, true, earlier]);
  holdsAgainst(one);
}, 180_000);
