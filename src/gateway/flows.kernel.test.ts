import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../sys/index.ts';
import { type Failback, type Gateway, startGateway } from './index.ts';
import { balancedText } from './testing/balanced.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type Conversation, openTown, servers, type Town } from './testing/conversations.ts';

/** Two WANs, half of the connections by each, each the other's backup. */
const text = `${balancedText}
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip firewall filter
add action=drop chain=output connection-state=invalid
add action=accept chain=forward connection-state=established,related
add action=drop chain=forward connection-state=invalid
`;

const second = 1;
let bench: GatewayBench;
let town: Town;
let gateway: Gateway | undefined;

beforeAll(async () => {
  bench = await gatewayBench();
  town = openTown(bench);
});

afterAll(async () => {
  town?.close();
  await gateway?.stop();
  await bench?.down();
});

async function start(failback: Failback): Promise<void> {
  await gateway?.stop();
  const started = await startGateway({
    ...{ file: bench.config(text), stateDir: bench.stateDir, ns: bench.router, seed: 7, failback },
    pace: 'jalur',
  });
  if (typeof started === 'string') throw new Error(started);
  gateway = started;
}

/** Where the second line's own table leads. */
const secondLeads = (): string | undefined =>
  gateway?.routes().fib.find(({ table, destination }) => table === 'to_ISP2' && destination === '0.0.0.0/0')
    ?.nextHops[0]?.interface;

/** Does something to the second ISP and waits until routes and connections have followed. */
async function turned(change: () => void, leads: 'ether1' | 'ether2'): Promise<void> {
  change();
  await until(() => secondLeads() === leads);
  await gateway?.settled();
}

/** Waits until all fit; the test's own time limit says that they never will. */
async function until(fits: () => boolean): Promise<void> {
  while (!fits()) await new Promise(resolve => setTimeout(resolve, 20));
}

/** The numbers of lines that connections carry, by the address that was put in place of theirs. */
function numbers(): Readonly<Record<string, readonly number[]>> {
  const { stdout } = run(['conntrack', '-L', '-p', 'tcp'], { ns: bench.router });
  const found = [...stdout.matchAll(/ dst=(10\.10\.10\.2|20\.20\.20\.2) .* mark=(\d+)/g)];
  const of = (address: string) =>
    new Set(found.filter(([, one]) => one === address).map(([, , mark]) => (Number(mark) >>> 24) & 0x3f));
  return Object.fromEntries(['10.10.10.2', '20.20.20.2'].map(one => [one, [...of(one)]]));
}

const openAll = (): Promise<Conversation[]> =>
  Promise.all([...servers, ...servers, ...servers, ...servers].map(server => town.open(server)));
const on = (all: readonly Conversation[], isp: number) => all.filter(one => one.isp === isp);
const living = (all: readonly Conversation[]) => all.filter(({ ended }) => ended === undefined);

/** Those whose both ends still hear each other: asked from both, half each. */
async function hearing(all: readonly Conversation[]): Promise<void> {
  const before = all.map(({ heard }) => heard);
  for (const [index, one] of all.entries()) index % 2 === 0 ? one.fromClient() : one.fromServer();
  await until(() => all.every(({ heard, ended }, i) => heard > (before[i] ?? 0) || ended !== undefined));
}

describe.each([
  ['a pulled cable', (dead: boolean) => bench.plug(second, !dead)],
  ['an ISP behind which nothing is', (dead: boolean) => bench.blackhole(second, dead)],
] as const)('failover: %s', (_, kill) => {
  let old: Conversation[];
  let later: Conversation[];

  it('dies → each connection of that line is reset, also those that only receive, and no other', async () => {
    await start({ kind: 'keep' });
    await until(() => secondLeads() === 'ether2');
    old = await openAll();
    const [stays, goes] = [on(old, 0), on(old, second)];
    expect(numbers()).toEqual({ '10.10.10.2': [1], '20.20.20.2': [2] });
    expect([stays.length > 10, goes.length > 10]).toEqual([true, true]);
    await turned(() => kill(true), 'ether1');
    await until(() => living(goes).length === 0);
    expect(goes.map(({ ended }) => ended)).toEqual(goes.map(() => 'ECONNRESET'));
    await hearing(stays);
    expect(living(stays)).toEqual(stays);
  });

  it('new connections → all by the other line', async () => {
    later = await openAll();
    expect(on(later, 0)).toEqual(later);
  });

  it('returns → none of those is broken, and new ones use both lines', async () => {
    await turned(() => kill(false), 'ether2');
    await hearing(later);
    await hearing(on(old, 0));
    expect(living(later)).toEqual(later);
    expect(living(on(old, 0))).toEqual(on(old, 0));
    const fresh = await openAll();
    expect(
      on(fresh, second)
        .map(({ server }) => server)
        .sort(),
    ).toEqual(
      on(old, second)
        .map(({ server }) => server)
        .sort(),
    );
  });
});

it('clients hear nothing for a moment while a line dies → their connections are reset all the same', async () => {
  await start({ kind: 'keep' });
  await until(() => secondLeads() === 'ether2');
  const goes = on(await openAll(), second);
  const deaf =
    'table netdev deaf { chain in { type filter hook ingress device "eth0" priority 0; tcp flags & (syn | ack) == syn | ack drop; }; }';
  run(['nft', deaf], { ns: bench.lan });
  await turned(() => bench.plug(second, false), 'ether1');
  expect(living(goes)).toEqual(goes);
  run(['nft', 'delete table netdev deaf'], { ns: bench.lan });
  await until(() => living(goes).length === 0);
  await turned(() => bench.plug(second, true), 'ether2');
});

describe('connections of an outage', () => {
  /** What was opened while the second line was dead, and a server that the second line is for. */
  async function outage(failback: Failback) {
    await start(failback);
    await until(() => secondLeads() === 'ether2');
    const old = await openAll();
    const [one] = on(old, second);
    if (!one) throw new Error('nothing went by the second line');
    const stream = town.stream(one.server);
    await until(() => (stream.arrived[second] ?? 0) > 5);
    await turned(() => bench.plug(second, false), 'ether1');
    await until(() => (stream.arrived[0] ?? 0) > 5);
    const later = await openAll();
    await turned(() => bench.plug(second, true), 'ether2');
    const moves = new Set(on(old, second).map(({ server }) => server));
    return { stream, later, goes: later.filter(({ server }) => moves.has(server)), moves };
  }

  it('keep: UDP goes by the other line, and stays there', async () => {
    const { stream, later } = await outage({ kind: 'keep' });
    const [before = 0, elsewhere] = stream.arrived;
    await until(() => (stream.arrived[0] ?? 0) > before + 20);
    expect(stream.arrived[second]).toBe(elsewhere);
    expect(living(later)).toEqual(later);
    stream.stop();
  });

  it('cut: those that belong to the line that returned are reset, and no other; UDP goes back', async () => {
    const { stream, later, goes, moves } = await outage({ kind: 'cut' });
    await until(() => living(goes).length === 0);
    const stays = later.filter(({ server }) => !moves.has(server));
    await hearing(stays);
    expect(living(later)).toEqual(stays);
    const before = stream.arrived[second] ?? 0;
    await until(() => (stream.arrived[second] ?? 0) > before + 5);
    stream.stop();
  });

  it('drain: they stay for the time, then go', async () => {
    const { stream, goes } = await outage({ kind: 'drain', afterMs: 3000 });
    expect(living(goes)).toEqual(goes);
    await until(() => living(goes).length === 0);
    stream.stop();
  });
});
