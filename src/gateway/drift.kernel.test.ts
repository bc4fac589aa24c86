import { afterAll, beforeAll, expect, it } from 'vitest';
import { monotonicMs, type Namespace, openNamespace, run, sleep, udpSocket } from '../sys/index.ts';
import { type Gateway, type GatewayEvent, startGateway } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

const text = `
/ip address add address=192.168.0.1/24 interface=ether4
/ip address add address=10.10.10.2/24 interface=ether1
/ip route add gateway=10.10.10.1
/routing table add fib name=to_b
/ip route add gateway=10.10.10.1 routing-table=to_b
/routing rule add src-address=192.168.0.77/32 action=lookup table=to_b
/ip firewall filter add chain=forward action=drop protocol=udp dst-port=445
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
`;

let bench: GatewayBench;
let gateway: Gateway;
let lan: Namespace;
const events: GatewayEvent[] = [];

beforeAll(async () => {
  bench = await gatewayBench();
  const started = await startGateway({
    file: bench.config(text),
    stateDir: bench.stateDir,
    ns: bench.router,
    onEvent: event => events.push(event),
  });
  if (typeof started === 'string') throw new Error(JSON.stringify(events));
  gateway = started;
  lan = openNamespace(`gateway-l-${process.pid}`);
  run(['ip', 'addr', 'add', '192.168.0.50/24', 'dev', 'eth0'], { ns: lan });
  run(['ip', 'route', 'add', 'default', 'via', '192.168.0.1'], { ns: lan });
  const input = `table ip seen { chain in { type filter hook prerouting priority -300;
    udp dport 7777 ip saddr 192.168.0.0/24 counter comment "private"; udp dport 7777 counter comment "all"; }; }`;
  run(['nft', '-f', '-'], { ns: bench.isps[0], input });
});

afterAll(async () => {
  await gateway?.stop();
  lan?.close();
  await bench?.down();
});

/** Packets to port 7777 that the ISP saw: all, and those with a private source. */
function seen(): { readonly all: number; readonly private: number } {
  const listing = run(['nft', 'list', 'table', 'ip', 'seen'], { ns: bench.isps[0] }).stdout;
  const count = (name: string): number =>
    Number(new RegExp(`packets (\\d+) bytes \\d+ comment "${name}"`).exec(listing)?.[1]);
  return { private: count('private'), all: count('all') };
}

/** One new connection a millisecond, until it is stopped. */
function traffic(): () => void {
  const timer = setInterval(() => {
    const socket = udpSocket({ ns: lan });
    socket.send('x', 7777, '9.9.9.9', () => socket.close());
  }, 1);
  return () => clearInterval(timer);
}

/** Whether it comes back at all; how soon is a matter of benches. */
async function comesBack(isBack: () => boolean): Promise<boolean> {
  const endMs = monotonicMs() + 10_000;
  while (!isBack()) {
    if (monotonicMs() > endMs) return false;
    await sleep(20);
  }
  return true;
}

const drifted = (since: number): GatewayEvent[] =>
  events
    .slice(since)
    .filter(event => event.type === 'problem' && event.condition.code === 'gateway/changed-by-others');

const inRouter = (...argv: string[]): string => run(argv, { ns: bench.router }).stdout;

it.each([
  ['nft flush ruleset', ['nft', 'flush', 'ruleset']],
  ['nft flush table', ['nft', 'flush', 'table', 'inet', 'jalur']],
  ['nft delete table', ['nft', 'delete', 'table', 'inet', 'jalur']],
])('%s under traffic → back, said; what leaked is counted', async (_, argv) => {
  const since = events.length;
  const stop = traffic();
  await sleep(200);
  const before = seen();
  inRouter(...argv);
  const isBack = await comesBack(() =>
    run(['nft', 'list', 'table', 'inet', 'jalur'], { ns: bench.router, allowFailure: true }).stdout.includes(
      'masquerade',
    ),
  );
  await sleep(200);
  stop();
  const after = seen();
  expect(isBack).toBe(true);
  expect(after.all).toBeGreaterThan(before.all);
  // Whatever passes between the flush and the closing of forwarding is untranslated.
  expect(after.private - before.private).toBeLessThanOrEqual(10);
  expect(drifted(since).length).toBeGreaterThan(0);
  expect(inRouter('sysctl', '-n', 'net.ipv4.ip_forward').trim()).toBe('1');
});

it('a chain is flushed → the next decision puts it back, with nothing else in between, and says so', async () => {
  await gateway.settled();
  const since = events.length;
  inRouter('nft', 'flush', 'chain', 'inet', 'jalur', 'filter_forward');
  expect(
    await comesBack(() =>
      inRouter('nft', 'list', 'chain', 'inet', 'jalur', 'filter_forward').includes('445'),
    ),
  ).toBe(true);
  await gateway.settled();
  const changes = events.slice(since).flatMap(event => (event.type === 'decision' ? [event.changes] : []));
  expect(changes[0]).toContain('reload the changed nft table inet jalur');
  expect(changes.slice(1).flat()).toEqual([]);
  expect(drifted(since).length).toBeGreaterThan(0);
  expect(inRouter('sysctl', '-n', 'net.ipv4.ip_forward').trim()).toBe('1');
});

it('nft flush ruleset while the gateway is busy → forwarding is closed all the same, and opened when the table is back', async () => {
  const forwards = () => inRouter('sysctl', '-n', 'net.ipv4.ip_forward').trim();
  await gateway.settled();
  inRouter('nft', 'flush', 'ruleset');
  const busyUntilMs = monotonicMs() + 200;
  while (monotonicMs() < busyUntilMs);
  expect(forwards()).toBe('0');
  expect(await comesBack(() => forwards() === '1')).toBe(true);
  expect(inRouter('nft', 'list', 'table', 'inet', 'jalur')).toContain('masquerade');
});

it.each([
  [
    'a routing rule',
    () => inRouter('ip', 'rule', 'del', 'from', '192.168.0.77'),
    () => inRouter('ip', 'rule').includes('192.168.0.77'),
  ],
  [
    'a route',
    () => inRouter('ip', 'route', 'del', 'default'),
    () => inRouter('ip', 'route').includes('default'),
  ],
  [
    'an address',
    () => inRouter('ip', 'addr', 'del', '192.168.0.1/24', 'dev', 'ether4'),
    () => inRouter('ip', 'addr', 'show', 'dev', 'ether4').includes('192.168.0.1/24'),
  ],
  [
    'a reported setting',
    () => inRouter('sysctl', '-w', 'net.ipv4.ip_forward=0'),
    () => inRouter('sysctl', '-n', 'net.ipv4.ip_forward').trim() === '1',
  ],
  [
    'a setting that nobody reports',
    () => inRouter('sysctl', '-w', 'net.ipv4.fib_multipath_hash_policy=1'),
    () => inRouter('sysctl', '-n', 'net.ipv4.fib_multipath_hash_policy').trim() === '0',
  ],
] as const)('%s is changed by somebody else → as it was', async (_, change, isBack) => {
  await gateway.settled();
  change();
  expect(await comesBack(isBack)).toBe(true);
});

it('another table is loaded and deleted → nothing of ours is touched, forwarding goes on', async () => {
  await gateway.settled();
  const since = events.length;
  run(['nft', '-f', '-'], {
    ns: bench.router,
    input: 'table ip other { chain c { }; }\ndelete table ip other\n',
  });
  await sleep(200);
  await gateway.settled();
  expect(drifted(since)).toEqual([]);
});

it('another table drops what is forwarded → an error with its chain; it is gone → cleared', async () => {
  const docker = 'table ip filter { chain FORWARD { type filter hook forward priority 0; policy drop; }; }';
  const since = events.length;
  run(['nft', '-f', '-'], { ns: bench.router, input: docker });
  const found = (type: 'problem' | 'cleared') => () =>
    events.slice(since).some(event => event.type === type && event.condition.code === 'gateway/foreign-drop');
  await comesBack(found('problem'));
  const [condition] = gateway.status().conditions.filter(({ code }) => code === 'gateway/foreign-drop');
  expect(condition?.what).toContain('chain FORWARD of table ip filter: policy drop');
  inRouter('nft', 'delete', 'table', 'ip', 'filter');
  await comesBack(found('cleared'));
  expect(gateway.status().conditions.map(({ code }) => code)).not.toContain('gateway/foreign-drop');
});
