import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markLayout, type Program, routeProtocol } from '../linux/index.ts';
import { type Ipv4, ipv4ToNumber } from '../net/index.ts';
import { pccBucket } from '../pcc/index.ts';
import { computeRib } from '../rib/index.ts';
import { type Namespace, privateNamespace, run } from '../sys/index.ts';
import { compileLinux } from './compile.ts';
import { paperRouter, paperWorld } from './testing/index.ts';

// The paper's rules on routes that work, between a client and two ISPs that both hold 203.0.113.0/24.
const seed = 0x5eed;
const client = '192.168.0.10';

let router: Namespace;
let lan: Namespace;
let isps: readonly [Namespace, Namespace];

beforeEach(() => {
  const [a, b, c, d] = ['router', 'client', 'isp1', 'isp2'].map(name => privateNamespace(`gateway-${name}`));
  if (!a || !b || !c || !d) throw new Error('four namespaces');
  [router, lan, isps] = [a, b, [c, d]];
  cable('ether4', lan, '192.168.0.1/24', [`${client}/24`]);
  cable('ether1', isps[0], '10.10.10.254/24', ['10.10.10.1/24']);
  cable('ether2', isps[1], '20.20.20.254/24', ['20.20.20.1/24']);
  run(['sysctl', '-qw', 'net.ipv4.icmp_ratelimit=0'], { ns: router });
  batch(lan, ['route add default via 192.168.0.1']);
  for (const ns of isps) batch(ns, ['route add local 203.0.113.0/24 dev lo']);
  apply(compiled());
});

afterEach(() => {
  for (const ns of [router, lan, ...isps]) ns.close();
});

const batch = (ns: Namespace, lines: readonly string[]) =>
  run(['ip', '-batch', '-'], { ns, input: lines.join('\n') });

function cable(name: string, far: Namespace, here: string, there: readonly string[]): void {
  const peer = `/proc/${process.pid}/fd/${far.fd}`;
  const make = `link add ${name} type veth peer name eth0 netns ${peer}`;
  batch(router, ['link set lo up', make, `addr add ${here} dev ${name}`, `link set dev ${name} up`]);
  const up = ['link set lo up', 'link set dev eth0 up'];
  batch(far, [...there.map(address => `addr add ${address} dev eth0`), ...up]);
}

function compiled(): Program {
  const [text, world] = [paperRouter(), paperWorld()];
  return compileLinux(text, computeRib(text, world), world, { seed }).program;
}

/** The least that puts a Program into a kernel; src/kernel does it properly. */
function apply({ sysctls, rules, routes, nft }: Program): void {
  for (const { key, value } of sysctls) run(['sysctl', '-qw', `${key}=${value}`], { ns: router });
  const marked = rules.map(({ priority, fwmark, action }) => {
    const table = action.kind === 'lookup' ? action.table : 0;
    return `rule add pref ${priority} fwmark ${fwmark?.value}/${fwmark?.mask} lookup ${table} protocol ${routeProtocol}`;
  });
  const ways = routes.map(({ destination, table, nextHops: [hop] }) => {
    return `route add ${destination} via ${hop?.address} dev ${hop?.interface} table ${table} proto ${routeProtocol}`;
  });
  batch(router, [...marked, ...ways]);
  run(['nft', '-f', '-'], { ns: router, input: nft.text });
}

const ping = (ns: Namespace, ...args: string[]) =>
  run(['ping', '-n', '-c', '1', '-W', '2', ...args], { ns, allowFailure: true });

/** Counts echo requests that reach an ISP, by destination. */
function watch(ns: Namespace): void {
  const set = 'set seen { type ipv4_addr; size 65535; flags dynamic; }';
  const chain = 'chain pre { type filter hook prerouting priority 0;\nicmp type 8 add @seen { ip daddr }\n}';
  run(['nft', '-f', '-'], { ns, input: `table ip watch {\n${set}\n${chain}\n}\n` });
}

function seen(ns: Namespace): string[] {
  const text = run(['nft', '-j', 'list', 'set', 'ip', 'watch', 'seen'], { ns }).stdout;
  const parts = (JSON.parse(text) as { nftables: { set?: { elem?: string[] } }[] }).nftables;
  return parts.flatMap(({ set }) => set?.elem ?? []).sort();
}

const hosts = Array.from({ length: 40 }, (_, i): Ipv4 => `203.0.113.${i + 1}`);
const src = ipv4ToNumber(client);
const bucketOf = (host: Ipv4) =>
  pccBucket(
    { pccKey: 'padded', pccBucket: 'scaled' },
    'both-addresses',
    3,
    { src, dst: ipv4ToNumber(host), protocol: 1, srcPort: 0, dstPort: 0 },
    seed,
  );
const byIsp2 = hosts.filter(host => bucketOf(host) === 2).sort();
const byIsp1 = hosts.filter(host => bucketOf(host) !== 2).sort();

describe("the paper's rules in a kernel", () => {
  it('sends each destination by the ISP that src/pcc predicts, translated, and gets its answer', () => {
    for (const ns of isps) watch(ns);
    const lost = hosts.filter(host => ping(lan, '-I', client, host).code !== 0);
    expect(lost).toEqual([]);
    expect(seen(isps[0])).toEqual(byIsp1);
    expect(seen(isps[1])).toEqual(byIsp2);
  });

  it('falls to main when the marked table is empty', () => {
    batch(router, ['route flush table 27002']);
    for (const ns of isps) watch(ns);
    const [host = ''] = byIsp2;
    expect(ping(lan, '-I', client, host).code).toBe(0);
    expect(seen(isps[0])).toEqual([host]);
    expect(seen(isps[1])).toEqual([]);
  });

  it('answers on the line a connection came in by', () => {
    expect(ping(isps[1], '-I', '203.0.113.9', '20.20.20.254').code).toBe(0);
    expect(ping(isps[0], '-I', '203.0.113.9', '10.10.10.254').code).toBe(0);
  });

  it('lets its own errors reach the LAN, though they belong to a marked connection', () => {
    const [host = ''] = byIsp2;
    expect(ping(lan, '-I', client, '-t', '1', host).stdout).toMatch(
      /From 192\.168\.0\.1.*Time to live exceeded/,
    );
  });

  it('leaves probes alone: by their device, and their connection keeps the probe bit alone', () => {
    for (const ns of isps) watch(ns);
    const [host = ''] = byIsp1;
    expect(ping(router, '-m', `${markLayout.probe}`, '-I', 'ether2', host).code).toBe(0);
    expect(seen(isps[1])).toEqual([host]);
    const entries = run(['conntrack', '-L', '-p', 'icmp'], { ns: router }).stdout;
    expect(entries).toMatch(new RegExp(`dst=${host} .*mark=${markLayout.probe} `));
  });

  it('keeps LAN and router in touch: the router is reachable, its own pings leave', () => {
    expect(ping(lan, '192.168.0.1').code).toBe(0);
    expect(ping(lan, '20.20.20.254').code).toBe(0);
    expect(ping(router, '203.0.113.77').code).toBe(0);
  });
});
