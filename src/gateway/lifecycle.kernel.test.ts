import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { end, entryPoint, run, sleep, spawnIn } from '../sys/index.ts';
import { type ControlClient, connectControl } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { openTown, type Town } from './testing/conversations.ts';
import { officeText } from './testing/office.ts';
import { lostOf, nothing, servicesIn, steadyTraffic, type Traffic } from './testing/steady-traffic.ts';

// What a gateway's own comings and goings do to the LAN's connections: nothing. Both WANs are leased, the LAN has a DHCP
// server and a resolver, and rules that count and that fill a list.

const oneRuleMore = `${officeText}/ip firewall filter add action=drop chain=forward protocol=tcp dst-port=445\n`;

/** A gateway process that answers. */
interface Started {
  readonly child: ChildProcess;
  readonly client: ControlClient;
}

let bench: GatewayBench;
let town: Town;
let gateway: Started | undefined;

beforeAll(async () => {
  bench = await gatewayBench();
  town = openTown(bench);
});

afterAll(async () => {
  town?.close();
  if (gateway) await end(gateway.child);
  await bench?.down();
});

/** Starts a gateway, and waits until it has routed both lines by their leases. */
async function start(config = officeText, both = true): Promise<Started> {
  const argv = [process.execPath, entryPoint('gateway/main.ts'), '--config', bench.config(config)];
  const options = ['--state', bench.stateDir, '--pace', 'jalur', '--seed', '7', '--leave'];
  const child = spawnIn(bench.router, [...argv, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
  const client = await answering();
  await until(async () => (await leads(client)) === (both ? 'ether1 ether2' : 'ether1 ether1'));
  await client.request('settled');
  gateway = { child, client };
  return gateway;
}

/** Where the tables of the two lines lead, as the kernel has it. */
async function leads(client: ControlClient): Promise<string> {
  const { fib } = await client.request('routes');
  const way = (name: string) =>
    fib.find(({ table, destination }) => table === name && destination === '0.0.0.0/0')?.nextHops[0]
      ?.interface;
  return `${way('to_ISP1')} ${way('to_ISP2')}`;
}

async function answering(): Promise<ControlClient> {
  for (;;) {
    const client = await connectControl(bench.stateDir).catch(() => undefined);
    if (client) return client;
    await sleep(20);
  }
}

/** Waits until it fits; the test's own time limit says that it never will. */
async function until(fits: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await fits())) await sleep(20);
}

async function ended(signal: NodeJS.Signals): Promise<void> {
  const { child } = gateway ?? {};
  if (!child) throw new Error('nothing runs');
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
  gateway = undefined;
}

/** Packets that the rule of this line has counted, and the addresses that rules have put into their list. */
function counted(): { readonly seen: readonly string[]; readonly packets: number } {
  const listing = run(['nft', 'list', 'table', 'inet', 'jalur'], { ns: bench.router }).stdout;
  const [, list = ''] = /set list_seen__added \{.*?elements = \{(.*?)\}/s.exec(listing) ?? [];
  const [, packets = '0'] = /ct state established,related counter packets (\d+)/.exec(listing) ?? [];
  return { seen: list.match(/\d+\.\d+\.\d+\.\d+/g) ?? [], packets: Number(packets) };
}

describe.each([
  ['killed', 'SIGKILL'],
  ['ended and left', 'SIGTERM'],
] as const)('%s, and run again', (_, signal) => {
  let flowing: Traffic;
  let before: { readonly services: Readonly<Record<string, number>>; readonly packets: number };

  beforeEach(async () => {
    if (!gateway) await start();
    flowing = await steadyTraffic(town);
    before = { services: servicesIn(bench.router), packets: counted().packets };
    expect(Object.keys(before.services).length).toBe(4);
  });

  it('the same text → nothing lost or broken, its services go on, counters and lists too', async () => {
    await ended(signal);
    await sleep(200);
    expect(servicesIn(bench.router)).toEqual(before.services);
    const { client } = await start();
    await sleep(500);
    expect(await lostOf(flowing)).toEqual(nothing);
    expect(servicesIn(bench.router)).toEqual(before.services);
    const now = counted();
    expect(now.packets).toBeGreaterThan(before.packets);
    expect(now.seen).toEqual(['192.168.0.50']);
    const { events } = await client.request('events');
    expect(events.flatMap(({ event }) => (event.type === 'decision' ? event.changes : []))).toEqual([]);
    expect((await client.request('status')).conditions).toEqual([]);
  });

  it('a text with one rule more → nothing lost or broken, its services go on', async () => {
    await ended(signal);
    await start(oneRuleMore);
    await sleep(500);
    expect(await lostOf(flowing)).toEqual(nothing);
    expect(servicesIn(bench.router)).toEqual(before.services);
  });

  it('a line died meanwhile → only its own connections end', async () => {
    await ended(signal);
    bench.plug(1, false);
    const { client } = await start(officeText, false);
    const { lost, broken } = await lostOf(flowing);
    expect([lost[0], lost[2]]).toEqual([0, 0]);
    expect(broken.length).toBe(flowing.talks.filter(({ isp }) => isp === 1).length);
    bench.plug(1, true);
    await until(async () => (await leads(client)) === 'ether1 ether2');
    await client.request('settled');
  });
});

describe('while it runs', () => {
  let flowing: Traffic;
  let before: Readonly<Record<string, number>>;

  beforeEach(async () => {
    if (!gateway) await start();
    flowing = await steadyTraffic(town);
    before = servicesIn(bench.router);
  });

  const client = (): ControlClient => {
    if (!gateway) throw new Error('nothing runs');
    return gateway.client;
  };
  const codes = async () => (await client().request('status')).conditions.map(({ code }) => code);
  const isIn = (rule: string) => run(['nft', 'list', 'ruleset'], { ns: bench.router }).stdout.includes(rule);
  const back = async (): Promise<void> => {
    bench.config(officeText);
    await client().request('reload');
  };

  it('reload, one rule more → only its chain is changed, counts and lists go on, nothing lost or broken', async () => {
    const { packets } = counted();
    bench.config(oneRuleMore);
    const { accepted, changes, refused } = await client().request('reload');
    expect({ accepted, changes, refused }).toEqual({
      ...{ accepted: true, refused: [] },
      changes: ['change nft table inet jalur: chain filter_forward'],
    });
    expect(await lostOf(flowing)).toEqual(nothing);
    expect(isIn('tcp dport 445')).toBe(true);
    expect(servicesIn(bench.router)).toEqual(before);
    const now = counted();
    expect(now.packets).toBeGreaterThanOrEqual(packets);
    expect(now.seen).toEqual(['192.168.0.50']);
    await back();
  });

  it('reload of the same → nothing is changed', async () => {
    expect(await client().request('reload')).toMatchObject({ accepted: true, changes: [] });
    expect(await lostOf(flowing)).toEqual(nothing);
  });

  it.each([
    ['that cannot be read', '/ip route\nadd dst-address=0.0.0.0/0 gateway=1.2.3.4 nonsense\n'],
    [
      'that the kernel refuses: ICMP options of TCP',
      `${officeText}/ip firewall filter add action=drop chain=forward protocol=tcp icmp-options=8:0\n`,
    ],
    [
      'that the kernel refuses: a loop of jumps',
      `${officeText}/ip firewall filter
add action=jump chain=forward jump-target=a
add action=jump chain=a jump-target=b
add action=jump chain=b jump-target=a
`,
    ],
  ])('reload of a text %s → the old one stays in force, with its line, and is said', async (_, wrong) => {
    const held = bench.dump();
    bench.config(wrong);
    const { accepted, diagnostics } = await client().request('reload');
    expect(accepted).toBe(false);
    const [error] = diagnostics.filter(({ severity }) => severity === 'error');
    expect(error?.span.start.line).toBeGreaterThan(1);
    expect(await codes()).toEqual(['gateway/config-refused']);
    expect(await lostOf(flowing)).toEqual(nothing);
    expect(bench.dump()).toBe(held);
    await back();
    expect(await codes()).toEqual([]);
  });

  it('SIGHUP → the same as reload', async () => {
    bench.config(oneRuleMore);
    gateway?.child.kill('SIGHUP');
    await until(() => isIn('tcp dport 445'));
    expect(await lostOf(flowing)).toEqual(nothing);
    await back();
  });

  it('applied for a time, confirmed by a connection from before → refused; by a new one → stays', async () => {
    const file = bench.config(oneRuleMore);
    const session = { kind: 'local' } as const;
    const reply = await client().request('apply', { files: [file], confirmMs: 60_000 });
    expect(reply).toMatchObject({ accepted: true, until: expect.any(String) });
    expect(await codes()).toEqual(['gateway/unconfirmed']);
    await expect(client().request('confirm', { session })).rejects.toMatchObject({
      error: { code: 'control/old-connection' },
    });
    await expect(client().request('reload')).rejects.toMatchObject({
      error: { code: 'control/unconfirmed' },
    });
    const fresh = await connectControl(bench.stateDir);
    await expect(
      fresh.request('confirm', { session: { kind: 'ssh', ageMs: 100_000 } }),
    ).rejects.toMatchObject({ error: { code: 'control/old-connection' } });
    expect(await fresh.request('confirm', { session })).toMatchObject({ file });
    await expect(fresh.request('confirm', { session })).rejects.toMatchObject({
      error: { code: 'control/nothing-to-confirm' },
    });
    fresh.close();
    expect(await codes()).toEqual([]);
    expect(await lostOf(flowing)).toEqual(nothing);
    await back();
  });

  it('applied for a time, not confirmed → taken back by itself, and not taken again by a reload', async () => {
    const file = bench.config(oneRuleMore);
    await client().request('apply', { files: [file], confirmMs: 1000 });
    expect(isIn('tcp dport 445')).toBe(true);
    await until(() => !isIn('tcp dport 445'));
    expect(await codes()).toEqual(['gateway/rolled-back']);
    await expect(client().request('reload')).rejects.toMatchObject({ error: { code: 'control/tried' } });
    expect(await lostOf(flowing)).toEqual(nothing);
    await back();
    expect(await codes()).toEqual([]);
  });

  it('applied for a time, killed before it is confirmed → the next start runs what was before', async () => {
    const file = bench.config(oneRuleMore);
    await client().request('apply', { files: [file], confirmMs: 60_000 });
    expect(isIn('tcp dport 445')).toBe(true);
    await ended('SIGKILL');
    await start(oneRuleMore);
    expect(isIn('tcp dport 445')).toBe(false);
    expect(await codes()).toEqual(['gateway/rolled-back']);
    expect(await lostOf(flowing)).toEqual(nothing);
    await ended('SIGTERM');
    await start(`${oneRuleMore}# mended\n`);
    expect(isIn('tcp dport 445')).toBe(true);
    expect(await codes()).toEqual([]);
  });
});
