import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { family, openNetlink, readCounters } from '../kernel/index.ts';
import { nftTable } from '../linux/index.ts';
import { allowPing, createNamespace, deleteNamespace, type Namespace, run } from '../sys/index.ts';
import { type ProbeReport, type Prober, startProber } from './index.ts';

const [routerName, ispName] = [`line-r-${process.pid}`, `line-i-${process.pid}`];
let router: Namespace;
let isp: Namespace;
let prober: Prober | undefined;
const mark = 0x4000_0000;
const ip = (ns: Namespace, ...args: string[]) => run(['ip', ...args], { ns });
const nft = (ns: Namespace, input: string) => run(['nft', '-f', '-'], { ns, input });

// The Internet is an address on the ISP's loopback; the probe's table is the one that leads there.
beforeAll(() => {
  router = createNamespace(routerName);
  isp = createNamespace(ispName);
  ip(router, 'link', 'add', 'ether1', 'type', 'veth', 'peer', 'name', 'cpe', 'netns', ispName);
  ip(router, 'addr', 'add', '10.10.10.254/24', 'dev', 'ether1');
  ip(isp, 'addr', 'add', '10.10.10.1/24', 'dev', 'cpe');
  ip(isp, 'addr', 'add', '8.8.4.4/32', 'dev', 'lo');
  for (const [ns, dev] of [
    [router, 'ether1'],
    [isp, 'cpe'],
    [isp, 'lo'],
  ] as const)
    ip(ns, 'link', 'set', 'dev', dev, 'up');
  ip(router, 'rule', 'add', 'pref', '27300', 'fwmark', `${mark}/${mark}`, 'oif', 'ether1', 'lookup', '26000');
  ip(router, 'route', 'add', 'default', 'via', '10.10.10.1', 'dev', 'ether1', 'table', '26000');
  nft(router, `table inet ${nftTable} { counter line0_in { packets 7 bytes 700 }; counter line0_out { }; }`);
  allowPing(router);
});

afterAll(async () => {
  await prober?.close();
  for (const ns of [router, isp]) ns?.close();
  for (const name of [routerName, ispName]) deleteNamespace(name);
});

it('readCounters: named counters of a table → packets by name', () => {
  const socket = openNetlink(family.NETFILTER, router);
  expect([...readCounters(socket, nftTable)]).toEqual([
    ['line0_in', 7],
    ['line0_out', 0],
  ]);
  socket.close();
});

it('prober: a host beyond the gateway falls silent, the gateway answers → down, upstream; it answers again → up', async () => {
  const said: string[] = [];
  const onReport = (report: ProbeReport): void => {
    if (report.kind !== 'line') return;
    const { status, cause, held } = report.verdict;
    if (!held) said.push(`${status} ${cause ?? ''}`.trim());
  };
  prober = startProber({ ns: router, mark, onReport });
  const watch = {
    ...{ line: 'ether1', need: 1, counted: true, slowMs: 200, patienceMs: 300 },
    targets: [
      { key: 'ping 8.8.4.4', method: 'ping', address: '8.8.4.4', place: 'beyond', stated: true },
      { key: 'arp 10.10.10.1', method: 'arp', address: '10.10.10.1', place: 'gateway', stated: false },
    ],
  } as const;
  const counters = { arrived: 'line0_in', left: 'line0_out' };
  prober.set({ checks: [], hosts: [], lines: [{ watch, counters }] });
  await vi.waitFor(() => expect(said).toEqual(['up']), 10_000);
  nft(isp, 'table ip f { chain c { type filter hook input priority 0; ip daddr 8.8.4.4 drop; }; }');
  await vi.waitFor(() => expect(said.at(-1)).toBe('down upstream'), 10_000);
  nft(isp, 'delete table ip f');
  await vi.waitFor(() => expect(said.at(-1)).toBe('up'), 20_000);
}, 45_000);
