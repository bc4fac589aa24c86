import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { processesIn } from '../sys/index.ts';
import { type Gateway, type GatewayEvent, startGateway } from './index.ts';
import { balancedText } from './testing/balanced.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

/** The paper's gateway, repaired, with the checks of RouterOS 7.21 set fast. */
const text = `${balancedText}
/routing settings set check-gateway-ping-interval=100ms check-gateway-ping-timeout=80ms check-gateway-ping-count=2
/ip dhcp-client
add add-default-route=no interface=ether1 script=":if (\\$bound=1) do={ /ip route set [find comment=\\"ISP1\\"] gateway=\\$\\"gateway-address\\" }"
add add-default-route=no interface=ether2 script=":if (\\$bound=1) do={ /ip route set [find comment=\\"ISP2\\"] gateway=\\$\\"gateway-address\\" }"
`;

let bench: GatewayBench;
let gateway: Gateway;
let asFound: string;
const events: GatewayEvent[] = [];
const listeners = new Set<() => void>();

beforeAll(async () => {
  bench = await gatewayBench();
  asFound = bench.dump();
});

afterAll(async () => {
  try {
    await gateway?.stop();
  } finally {
    await bench?.down();
  }
});

/** Way out of each table by its default route, as the kernel holds it. */
function waysOut(): Record<string, string> {
  const defaults = gateway.routes().fib.filter(({ destination }) => destination === '0.0.0.0/0');
  return Object.fromEntries(
    defaults.map(({ table, nextHops }) => [
      table,
      nextHops.map(hop => `${hop.address} ${hop.interface}`).join(),
    ]),
  );
}

/** Resolves when an event later than the first `after` ones fits. */
function until(after: number, fits: (event: GatewayEvent) => boolean): Promise<GatewayEvent> {
  return new Promise(resolve => {
    const look = (): void => {
      const found = events.slice(after).find(fits);
      if (!found) return;
      listeners.delete(look);
      resolve(found);
    };
    listeners.add(look);
    look();
  });
}

/** The same, for the routes of the kernel themselves. */
async function untilRoutes(wanted: Record<string, string>): Promise<void> {
  while (JSON.stringify(sorted(waysOut())) !== JSON.stringify(sorted(wanted))) {
    const seen = events.length;
    await until(seen, ({ type }) => type === 'routes-changed');
  }
}

const sorted = (record: Record<string, string>): string[][] => Object.entries(record).sort();

const decisions = () => events.flatMap(event => (event.type === 'decision' ? [event] : []));

const isp1 = '10.10.10.1 ether1';
const isp2 = '20.20.20.1 ether2';
const healthy = { main: isp1, to_ISP1: isp1, to_ISP2: isp2 };

it('refuses a configuration with errors before it changes anything', async () => {
  const heard: GatewayEvent[] = [];
  const refused = await startGateway({
    file: bench.config('/ip route\nadd dst-address=0.0.0.0/0 gateway=1.2.3.4 nonsense\n"'),
    stateDir: bench.stateDir,
    ns: bench.router,
    onEvent: event => heard.push(event),
  });
  expect(refused).toBe('text-has-errors');
  expect(heard.map(({ type }) => type)).toEqual(['diagnostics']);
  expect(bench.dump()).toBe(asFound);
});

it.each([
  [
    'a rule that Linux cannot have',
    '/ip firewall filter add chain=forward action=drop tls-host=*.example.com',
  ],
  [
    'a loop of jumps',
    `/ip firewall filter add chain=forward action=jump jump-target=x
/ip firewall filter add chain=x action=jump jump-target=y
/ip firewall filter add chain=y action=jump jump-target=x`,
  ],
  [
    'jumps deeper than the kernel goes',
    ['forward', ...Array.from({ length: 20 }, (_, n) => `c${n}`)]
      .map((chain, n) => `/ip firewall filter add chain=${chain} action=jump jump-target=c${n}\n`)
      .join('')
      .concat('/ip firewall filter add chain=c20 action=drop'),
  ],
])('refuses %s before it changes anything', async (_, more) => {
  const heard: GatewayEvent[] = [];
  const file = bench.config(`${text}${more}\n`);
  const refused = await startGateway({
    file,
    stateDir: bench.stateDir,
    ns: bench.router,
    onEvent: e => heard.push(e),
  });
  expect(refused).toBe('cannot-be-enforced');
  const errors = heard.flatMap(event => (event.type === 'diagnostics' ? event.diagnostics : []));
  const [error] = errors.filter(({ severity }) => severity === 'error');
  expect(error?.span.file).toBe(file);
  expect(error?.span.start.line).toBeGreaterThan(text.split('\n').length - 2);
  expect(bench.dump()).toBe(asFound);
});

it('leases both WANs and routes every table by its own', async () => {
  const started = await startGateway({
    file: bench.config(text),
    stateDir: bench.stateDir,
    ns: bench.router,
    onEvent(event) {
      events.push(event);
      for (const look of [...listeners]) look();
    },
  });
  if (typeof started === 'string') throw new Error(JSON.stringify(events));
  gateway = started;
  await untilRoutes(healthy);
  expect(gateway.routes().differences).toEqual([]);
  expect(gateway.status().conditions).toEqual([]);
});

it('changes nothing where nothing changed', async () => {
  await gateway.settled();
  const before = bench.dump();
  const seen = decisions().length;
  await gateway.replaceConfig(bench.config(text));
  const steps = decisions().slice(seen);
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.flatMap(({ changes }) => changes)).toEqual([]);
  expect(bench.dump()).toBe(before);
});

it('refuses a new configuration with errors and stays as it is', async () => {
  const before = bench.dump();
  const { usable } = await gateway.replaceConfig(bench.config('no configuration'));
  expect(usable).toBe(false);
  expect(bench.dump()).toBe(before);
});

it('moves a table when its cable is pulled, and back when it is plugged in', async () => {
  bench.plug(1, false);
  await untilRoutes({ ...healthy, to_ISP2: isp1 });
  expect(decisions().flatMap(({ changes }) => changes)).toContain(
    'connections of table to_ISP2 move from ether2 to ether1',
  );
  bench.plug(1, true);
  await untilRoutes(healthy);
});

it('moves the tables when the canary falls silent though the link is up, and back', async () => {
  const seen = events.length;
  bench.mute(0, true);
  await untilRoutes({ main: isp2, to_ISP1: isp2, to_ISP2: isp2 });
  const verdict = await until(seen, ({ type }) => type === 'check');
  expect(verdict).toMatchObject({ address: '8.8.4.4', interface: 'ether1', reachable: false });
  bench.mute(0, false);
  await untilRoutes(healthy);
});

it('puts a route back that somebody deletes, and says so for a minute', async () => {
  const seen = events.length;
  bench.ip('route', 'del', 'default', 'table', 'main');
  await until(seen, ({ type }) => type === 'routes-changed');
  expect(waysOut()).toEqual(healthy);
  expect(gateway.status().conditions.map(({ code }) => code)).toEqual(['gateway/changed-by-others']);
});

it('follows the gateway that DHCP hands out after a change of cable', async () => {
  await bench.gateway(1, '20.20.20.9');
  bench.plug(1, false);
  await untilRoutes({ ...healthy, to_ISP2: isp1 });
  bench.plug(1, true);
  await untilRoutes({ ...healthy, to_ISP2: '20.20.20.9 ether2' });
});

it('reads its counters back with the lines they belong to', async () => {
  const { rules, connections } = await gateway.counters();
  expect(rules.some(({ place }) => /gateway\.rsc:\d+/.test(place))).toBe(true);
  expect(connections.map(({ mark }) => mark)).toEqual(['one', 'two', '']);
});

it('a DHCP client that is killed → a condition, and it is started again', async () => {
  const seen = events.length;
  const clients = processesIn([bench.router]).filter(pid => /udhcpc.*ether1/.test(commandOf(pid)));
  for (const pid of clients) process.kill(pid, 'SIGKILL');
  const about = (type: 'problem' | 'cleared') => (event: GatewayEvent) =>
    event.type === type && event.condition.code === 'gateway/service-died';
  const problem = await until(seen, about('problem'));
  expect(problem).toMatchObject({ condition: { about: 'dhcp client ether1' } });
  await until(seen, about('cleared'));
  const open = gateway.status().conditions.map(({ code }) => code);
  expect(open).not.toContain('gateway/service-died');
});

const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');

it('keeps its seed for the next start', () => {
  expect(gateway.status().seed).toBeGreaterThanOrEqual(0);
});

it('leaves the namespace as it was found', async () => {
  expect(await gateway.stop()).toEqual({ undone: true });
  expect(bench.dump()).toBe(asFound);
});
