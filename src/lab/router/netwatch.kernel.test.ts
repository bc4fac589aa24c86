import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath, sleep } from '../../sys/index.ts';
import { bringUp } from '../build/bring-up.ts';
import type { Lab } from '../build/lab.ts';
import { readTopology } from '../topology/read.ts';
import { startPings } from '../traffic/index.ts';

const example = (file: string): string => packagePath(`examples/recursive-netwatch/${file}`);
const [down, up] = ['disable', 'enable'].map(verb => `/ip route ${verb} [find comment=\\"A first\\"]`);

/** The example without checks of gateways: what watches line A is netwatch alone. */
const text = readFileSync(example('recursive-netwatch.rsc'), 'utf8')
  .replaceAll('check-gateway=ping ', '')
  .replace(
    /down-script=.*/,
    `down-script="${down}" host=8.8.8.8 interval=500ms timeout=300ms up-script="${up}"`,
  );

let folder = '';
let lab: Lab;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'netwatch-'));
  const config = join(folder, 'netwatch.rsc');
  writeFileSync(config, text);
  const file = example('topology.yaml');
  const { topology } = readTopology(readFileSync(file, 'utf8'), file);
  if (!topology) throw new Error('no topology');
  lab = await bringUp(topology, config, { prefix: `netwatch${process.pid}-` });
});

afterAll(async () => {
  await lab?.down();
  rmSync(folder, { recursive: true });
});

/** Packets that left by each line while a client pinged, and how many were answered. */
async function pinged(): Promise<{ readonly a: number; readonly b: number; readonly answered: number }> {
  const ns = lab.clients[0]?.ns;
  if (!ns) throw new Error('no client');
  const sent = (port: string): number => lab.counters()[port]?.txPackets ?? 0;
  const [a, b] = [sent('ether1'), sent('ether2')];
  const pinging = startPings({ ns, targets: ['9.9.9.9'], everyMs: 20, timeoutMs: 1000 });
  await sleep(600);
  const answered = (await pinging.stop()).filter(({ rttMs }) => rttMs !== null).length;
  return { a: sent('ether1') - a, b: sent('ether2') - b, answered };
}

const scriptRan = (property: string, afterMs: number) =>
  lab.router.until(
    `its ${property}`,
    event =>
      event.type === 'script' &&
      event.property === property &&
      event.outcome === 'changed' &&
      event.atMs > afterMs,
  );

it('the upstream of a line is cut → its down-script moves the traffic; it is back → the up-script moves it back', async () => {
  await lab.router.until('its host', event => event.type === 'host' && event.status === 'up');
  const well = await pinged();
  expect(well.answered).toBeGreaterThan(20);
  expect(well.a).toBeGreaterThan(20);
  const fault = await lab.fault('blackhole', 'a');
  await scriptRan('down-script', fault.atMs);
  await lab.router.request('settled');
  const moved = await pinged();
  expect(moved.answered).toBeGreaterThan(20);
  expect(moved.b).toBeGreaterThan(20);
  expect(moved.a).toBeLessThan(10);
  const mendedMs = await fault.repair();
  await scriptRan('up-script', mendedMs);
  await lab.router.request('settled');
  const back = await pinged();
  expect(back.answered).toBeGreaterThan(20);
  expect(back.a).toBeGreaterThan(20);
  expect(back.b).toBeLessThan(10);
});
