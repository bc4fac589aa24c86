import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { capabilityMask, gatewayCapabilities, privilegesIn, run, sleep } from '../sys/index.ts';
import { connectControl } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { openTown, type Town } from './testing/conversations.ts';
import { type JalurRunner, jalurRunner } from './testing/jalur-run.ts';
import { addressesOf } from './testing/line-reading.ts';
import { officeText } from './testing/office.ts';
import { lostOf, nothing, servicesIn, steadyTraffic } from './testing/steady-traffic.ts';

// A gateway as a user runs it, by `jalur run --leave`: with the rights of a gateway alone. It ends, is killed, and starts again while
// the LAN talks by both of its lines.

const text = `${officeText}/ip dns static add name=router.lan address=192.168.0.1\n`;

let bench: GatewayBench;
let town: Town;
let runner: JalurRunner;

beforeAll(async () => {
  bench = await gatewayBench();
  town = openTown(bench);
  runner = jalurRunner(bench);
  await start();
});

afterAll(async () => {
  town?.close();
  await runner?.end();
  await bench?.down();
});

/** Until it answers, and both lines are in the routes by their leases. */
async function start(): Promise<void> {
  const { heard } = runner.start(bench.config(text), '--leave');
  await heard(/"type":"ready"/);
  // Of a table without a route `ip` says that there is none, and fails.
  const isRouted = (): boolean => {
    const routes = bench.ip('route', 'show', 'table', 'all');
    return [1, 2].every(i =>
      new RegExp(`^default via ${i}0.${i}0.${i}0.1 .*table 2700${i}`, 'm').test(routes),
    );
  };
  while (!isRouted()) await sleep(20);
  const client = await connectControl(runner.state);
  await client.request('settled');
  client.close();
}

async function ended(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null | undefined> {
  runner.last?.child.kill(signal);
  return runner.last?.ended;
}

const leases = (): readonly string[] => ['ether1', 'ether2'].flatMap(name => addressesOf(bench, name));

/** The LAN's DHCP server offers an address, its resolver knows a name. */
function lanIsServed(): readonly boolean[] {
  const ask = (argv: readonly string[]): boolean =>
    run(argv, { ns: bench.lan, allowFailure: true }).code === 0;
  const dhcp = ['udhcpc', '-i', 'eth0', '-n', '-q', '-f', '-t', '5', '-T', '1', '-s', '/bin/true'];
  return [ask(dhcp), ask(['busybox', 'nslookup', 'router.lan', '192.168.0.1'])];
}

it('it runs with the rights of a gateway alone', () => {
  const status = readFileSync(`/proc/${runner.last?.child.pid}/status`, 'utf8');
  const { permitted, effective, bounding, noNewPrivileges } = privilegesIn(status);
  expect((permitted | effective | bounding) & ~capabilityMask(gatewayCapabilities)).toBe(0n);
  expect(noNewPrivileges).toBe(true);
});

it.each([
  ['ended and left', 'SIGTERM', 0],
  ['killed', 'SIGKILL', 'SIGKILL'],
] as const)(
  '%s → leases and services of the LAN run on; run again → nothing lost, nothing broken, nothing changed',
  async (_, signal, code) => {
    const flowing = await steadyTraffic(town);
    const before = { leases: leases(), services: servicesIn(bench.router) };
    expect([before.leases.length, Object.keys(before.services).length]).toEqual([2, 4]);
    expect(await ended(signal)).toBe(code);
    await sleep(300);
    expect({ leases: leases(), services: servicesIn(bench.router) }).toEqual(before);
    expect(lanIsServed()).toEqual([true, true]);
    await start();
    await sleep(300);
    expect(await lostOf(flowing)).toEqual(nothing);
    expect({ leases: leases(), services: servicesIn(bench.router) }).toEqual(before);
    const client = await connectControl(runner.state);
    const { events } = await client.request('events');
    expect(events.flatMap(({ event }) => (event.type === 'decision' ? event.changes : []))).toEqual([]);
    expect((await client.request('status')).conditions).toEqual([]);
    client.close();
  },
);

it('packets enter a chain of the table elsewhere, as in another edition → the next gateway puts its own in place', async () => {
  expect(await ended('SIGTERM')).toBe(0);
  const nft = (input: string): string => run(['nft', '-f', '-'], { ns: bench.router, input }).stdout;
  const entered = (): string | undefined =>
    /priority (.*);/.exec(nft('list chain inet jalur nat_srcnat'))?.[1];
  const own = entered();
  nft(
    'flush chain inet jalur nat_srcnat; delete chain inet jalur nat_srcnat; add chain inet jalur nat_srcnat { type nat hook postrouting priority 105; }; add rule inet jalur nat_srcnat masquerade',
  );
  expect(entered()).not.toBe(own);
  await start();
  expect(entered()).toBe(own);
});
