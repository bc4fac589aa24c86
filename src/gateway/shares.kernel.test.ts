import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../sys/index.ts';
import { type Gateway, type GatewayEvent, startGateway } from './index.ts';
import { balancedText } from './testing/balanced.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type Conversation, openTown, servers, type Town } from './testing/conversations.ts';

const text = `${balancedText}
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
`;
const second = 1;
let bench: GatewayBench;
let town: Town;
let gateway: Gateway | undefined;
const heard: GatewayEvent[] = [];

beforeAll(async () => {
  bench = await gatewayBench();
  town = openTown(bench);
  const started = await startGateway({
    ...{ file: bench.config(text), stateDir: bench.stateDir, ns: bench.router, seed: 7 },
    ...{ pace: 'jalur', balance: 'buckets' },
    onEvent: event => void heard.push(event),
  });
  if (typeof started === 'string') throw new Error(started);
  gateway = started;
  // Its ports come up as it starts; the kernel tells of carriers when it finds the time, and nothing is routed until then.
  const used = (): number => new Set(started.status().active.flatMap(one => one.interfaces)).size;
  await until(() => used() === 2);
  await started.settled();
});

afterAll(async () => {
  town?.close();
  await gateway?.stop();
  await bench?.down();
});

/** Which chain each bucket leads to in the kernel. */
function leads(): readonly string[] {
  const listing = run(['nft', '-j', 'list', 'maps', 'inet'], { ns: bench.router }).stdout;
  const { nftables } = JSON.parse(listing) as {
    nftables: { map?: { name: string; elem?: [number, { jump: { target: string } }][] } }[];
  };
  const found = nftables.flatMap(({ map }) => (map?.elem?.length === 256 ? map.elem : []));
  return found.sort(([a], [b]) => a - b).map(([, { jump }]) => jump.target);
}

async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await new Promise(resolve => setTimeout(resolve, 20));
}

const openAll = (): Promise<Conversation[]> =>
  Promise.all([...servers, ...servers, ...servers, ...servers].map(server => town.open(server)));
const changesSince = (count: number): readonly string[] =>
  heard.slice(count).flatMap(event => (event.type === 'decision' ? event.changes : []));

it('a line dies and returns → its buckets go and come back in place; no connection of the other line ends', async () => {
  const before = leads();
  expect(before).toHaveLength(256);
  expect(new Set(before).size).toBe(2);
  const old = await openAll();
  expect(new Set(old.map(({ isp }) => isp))).toEqual(new Set([0, 1]));
  const said = heard.length;

  bench.plug(second, false);
  await until(() => new Set(leads()).size === 1);
  await gateway?.settled();
  const [chain] = leads();
  expect(before.every((was, bucket) => was !== chain || leads()[bucket] === was)).toBe(true);
  expect(changesSince(said).join('\n')).not.toContain('nft table');
  const later = await openAll();
  expect(later.map(({ isp }) => isp)).toEqual(later.map(() => 0));

  bench.plug(second, true);
  await until(() => new Set(leads()).size === 2);
  await gateway?.settled();
  expect(leads()).toEqual(before);
  expect(changesSince(said).join('\n')).not.toContain('nft table');
  const alive = [...old.filter(({ isp }) => isp === 0), ...later];
  expect(alive.filter(({ ended }) => ended !== undefined)).toEqual([]);
});

it('status: says which mark has which share', async () => {
  const { sharing } = (await gateway?.measuredStatus()) ?? {};
  expect(sharing?.marks.map(({ mark, line }) => [mark, line])).toEqual([
    ['one', 'ether1'],
    ['two', 'ether2'],
  ]);
  expect(sharing?.marks.map(({ now }) => now)).toEqual([0.5, 0.5]);
});
