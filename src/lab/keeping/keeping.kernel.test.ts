import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../sys/index.ts';
import { askKept } from '../kept/index.ts';
import { type Bench, type KeptBench, keepBench, readBench } from '../orchestrate/index.ts';
import { type KeptServer, serveKept } from './serve.ts';

// A lab that is kept, asked as the page and the command line ask it.

const folder = fileURLToPath(new URL('../../../examples/paper-fixed', import.meta.url));
let kept: KeptBench | undefined;
let server: KeptServer;

beforeAll(async () => {
  const { bench } = readBench(folder);
  if (!bench) throw new Error('the example is no bench');
  kept = await keepBench(bench as Bench, new AbortController().signal);
  if (!kept) throw new Error('the lab did not come up');
  server = await serveKept(bench as Bench, kept, 1);
}, 90_000);

afterAll(async () => {
  await server?.close();
  await kept?.end();
});

/** Has the router a carrier on this port? */
function carrier(port: string): string {
  const enter = kept?.namespaces.find(({ name }) => name === 'router')?.enter.slice(0, -1) ?? [];
  return run([...enter, 'cat', `/sys/class/net/${port}/carrier`], {}).stdout.trim();
}

/** Processes that this one has begun and that still run. */
const children = (): readonly string[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === `${process.pid}`;
      } catch {
        return false; // It has ended meanwhile.
      }
    });

it('a link that flaps for long is repaired → it is there at once, and stays', async () => {
  const options = { downMs: 400, upMs: 400, times: 1000 };
  expect(await askKept(server.socket, { type: 'fault', fault: 'flap', isp: 'isp1', options })).toMatchObject({
    ok: true,
    faults: [{ fault: 'flap', isp: 'isp1' }],
  });
  await expect.poll(() => carrier('ether1'), { timeout: 10_000 }).toBe('0');
  expect(await askKept(server.socket, { type: 'repair', isp: 'isp1' })).toMatchObject({
    ok: true,
    faults: [],
  });
  const seen: string[] = [];
  for (let times = 0; times < 12; times++) {
    seen.push(carrier('ether1'));
    await wait(150);
  }
  expect(new Set(seen)).toEqual(new Set(['1']));
});

it('an experiment while one runs → is refused with its name; the server closes meanwhile → nothing of it is left', async () => {
  const before = children();
  expect(
    await askKept(server.socket, { type: 'fault', fault: 'unplug', isp: 'isp2', options: {} }),
  ).toMatchObject({
    ok: true,
  });
  expect(await askKept(server.socket, { type: 'run', experiment: 'failover', lang: 'en' })).toMatchObject({
    ok: true,
    run: { experiment: 'failover', state: 'running' },
  });
  await expect.poll(() => children().length, { timeout: 20_000 }).toBeGreaterThan(before.length);
  const second = await askKept(server.socket, { type: 'run', experiment: 'balance', lang: 'en' });
  expect(second).toEqual({
    ok: false,
    why: expect.stringMatching(/ runs already, and experiments run one at a time$/),
  });
  await server.close();
  await expect.poll(() => children().length, { timeout: 20_000 }).toBe(before.length);
  await expect(askKept(server.socket, { type: 'describe' })).rejects.toThrow();
  await kept?.end();
  await expect.poll(() => children().length, { timeout: 20_000 }).toBeLessThan(before.length);
});
