import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Gateway, startGateway } from './index.ts';
import { balancedText } from './testing/balanced.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { openTown, type Stream, servers, type Town } from './testing/conversations.ts';

// A modem that begins anew: its link comes back long before its upstream.

const text = `${balancedText}
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
`;

let bench: GatewayBench;
let town: Town;
let gateway: Gateway;

beforeAll(async () => {
  bench = await gatewayBench();
  town = openTown(bench);
  const place = { file: bench.config(text), stateDir: bench.stateDir, ns: bench.router };
  const started = await startGateway({ ...place, seed: 7, pace: 'jalur' });
  if (typeof started === 'string') throw new Error(started);
  gateway = started;
  await vi.waitFor(() => expect(leads()).toEqual(['ether1', 'ether2']), { timeout: 10_000 });
});

afterAll(async () => {
  town?.close();
  await gateway?.stop();
  await bench?.down();
});

/** Where the tables of the two lines lead. */
const leads = (): readonly (string | undefined)[] => {
  const { fib } = gateway.routes();
  return ['to_ISP1', 'to_ISP2'].map(
    name =>
      fib.find(({ table, destination }) => table === name && destination === '0.0.0.0/0')?.nextHops[0]
        ?.interface,
  );
};

const line = () => gateway.status().lines?.find(one => one.line === 'ether1');

/** A new connection each 10 ms to every server: by both lines where both are used. */
const newConnections = (): readonly Stream[] =>
  servers.slice(0, 8).map(server => town.stream(server, 10, true));
const arrivedBy = (streams: readonly Stream[], isp: number): number =>
  streams.reduce((sum, { arrived }) => sum + (arrived[isp] ?? 0), 0);
const lost = (streams: readonly Stream[]): number =>
  streams.reduce((sum, { sent, arrived }) => sum + sent - arrived.reduce((a, b) => a + b, 0), 0);

it('its link is back, its upstream is not → nothing goes by it until somebody answers', async () => {
  bench.blackhole(0, true);
  bench.plug(0, false);
  await vi.waitFor(() => expect(leads()).toEqual(['ether2', 'ether2']), { timeout: 10_000 });
  const streams = newConnections();
  await vi.waitFor(() => expect(arrivedBy(streams, 1)).toBeGreaterThan(50), { timeout: 10_000 });
  const before = lost(streams);
  bench.plug(0, true);
  await vi.waitFor(() => expect(gateway.status().world.interfaces['ether1']?.running).toBe(true));
  await gateway.settled();
  expect(line()).toMatchObject({ status: 'unknown', held: true });
  expect(leads()).toEqual(['ether2', 'ether2']);
  await vi.waitFor(() => expect(line()).toMatchObject({ status: 'down', cause: 'upstream' }), {
    timeout: 10_000,
  });
  for (const one of streams) one.pause();
  await vi.waitFor(() => expect(lost(streams)).toBeLessThanOrEqual(before), { timeout: 2000 });
  for (const one of streams) one.stop();
  bench.blackhole(0, false);
  await vi.waitFor(() => expect(leads()).toEqual(['ether1', 'ether2']), { timeout: 20_000 });
});

it('its link is back, and so is its upstream → used at once', async () => {
  bench.plug(0, false);
  await vi.waitFor(() => expect(leads()).toEqual(['ether2', 'ether2']), { timeout: 10_000 });
  const since = performance.now();
  bench.plug(0, true);
  await vi.waitFor(() => expect(leads()).toEqual(['ether1', 'ether2']), { timeout: 10_000, interval: 5 });
  expect(performance.now() - since).toBeLessThan(1500);
});
