import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ipv4 } from '../net/index.ts';
import {
  createNamespace,
  deleteNamespace,
  end,
  listenOn,
  type Namespace,
  run,
  spawnIn,
  tcpListen,
} from '../sys/index.ts';
import { dnsLink } from './dns.ts';
import { httpLink } from './http.ts';
import type { Link } from './link.ts';
import { tcpLink } from './tcp.ts';
import { certificate } from './testing/certificate.ts';

// Real servers behind a cable: what each kind of probe takes for an answer, and that every attempt ends with its socket.

const [routerName, ispName] = [`links-r-${process.pid}`, `links-i-${process.pid}`];
const [alive, silent]: readonly [Ipv4, Ipv4] = ['10.10.10.1', '10.10.10.2'];
/** How late the slow servers are, and how long an attempt may take. */
const [slowMs, longestMs] = [300, 900];
const port = { tcp: 4001, http: 80, https: 443, slowHttp: 81, closed: 4002 } as const;

let router: Namespace;
let isp: Namespace;
const ends: (() => unknown)[] = [];
const ip = (ns: Namespace, ...args: string[]) => run(['ip', ...args], { ns });

beforeAll(async () => {
  router = createNamespace(routerName);
  isp = createNamespace(ispName);
  ip(router, 'link', 'add', 'ether1', 'type', 'veth', 'peer', 'name', 'cpe', 'netns', ispName);
  ip(router, 'addr', 'add', '10.10.10.254/24', 'dev', 'ether1');
  for (const address of [alive, silent]) ip(isp, 'addr', 'add', `${address}/24`, 'dev', 'cpe');
  for (const [ns, dev] of [
    [router, 'ether1'],
    [isp, 'cpe'],
    [isp, 'lo'],
  ] as const)
    ip(ns, 'link', 'set', 'dev', dev, 'up');
  const dropped = `table ip f { chain c { type filter hook input priority 0; ip daddr ${silent} drop; }; }`;
  run(['nft', '-f', '-'], { ns: isp, input: dropped });
  const late = createServer((_, answer) => void setTimeout(() => answer.end(), slowMs));
  const servers = [
    tcpListen({ ns: isp, port: port.tcp }),
    listenOn(
      createServer((_, answer) => void answer.writeHead(404).end()),
      { ns: isp, port: port.http },
    ),
    listenOn(late, { ns: isp, port: port.slowHttp }),
    listenOn(
      createSecureServer(certificate, (_, answer) => void answer.end()),
      { ns: isp, port: port.https },
    ),
  ];
  ends.push(...servers.map(server => () => server.close()));
  const argv = [
    'dnsmasq',
    '-k',
    '--conf-file=',
    '--no-resolv',
    '--no-hosts',
    '--pid-file=',
    '--bind-interfaces',
  ];
  const names = spawnIn(isp, [...argv, '--interface=cpe', '--user=root'], { stdio: 'ignore' });
  ends.push(() => end(names));
  await vi.waitFor(() => expect(run(['ss', '-lun'], { ns: isp }).stdout).toContain(':53'), 5000);
});

afterAll(async () => {
  await Promise.all(ends.map(stop => stop()));
  for (const ns of [router, isp]) ns?.close();
  for (const name of [routerName, ispName]) deleteNamespace(name);
});

const place = () => ({ ns: router, device: 'ether1', mark: 0 });
const sockets = (): number => readdirSync('/proc/self/fd').length;

/** The round trip of one probe; undefined where there was no answer until every attempt is over. Nothing stays open. */
async function asked(open: () => Link, address: Ipv4): Promise<number | undefined> {
  const before = sockets();
  const link = open();
  const answer = await new Promise<number | undefined>(resolve => {
    link.send(address, resolve);
    setTimeout(() => resolve(undefined), longestMs + 300);
  });
  // Attempts are over by themselves; what a link holds for all of them goes with it.
  if (answer === undefined) expect(sockets()).toBeLessThanOrEqual(before + 1);
  link.close();
  await vi.waitFor(() => expect(sockets()).toBe(before), 2000);
  return answer;
}

const tcp = (number: number, isRefusalAnswer: boolean) => () =>
  tcpLink(place(), number, { isRefusalAnswer, longestMs });
const http = (number: number, isSecure: boolean) => () =>
  httpLink({ ...place(), port: number, isSecure, longestMs });

describe('probes of real servers', () => {
  it.each([
    ['a TCP port', tcp(port.tcp, true)],
    ['a TCP port that is closed, by a line', tcp(port.closed, true)],
    ['a name server that refuses', () => dnsLink(place())],
    ['a web server that knows no such page', http(port.http, false)],
    ['a web server by HTTPS', http(port.https, true)],
    ['a port that is closed, by HTTP', http(port.closed, false)],
    ['a port that is closed, by HTTPS', http(port.closed, true)],
    ['a server without TLS, by HTTPS', http(port.http, true)],
  ])('%s → an answer', async (_, open) => {
    expect(await asked(open, alive)).toBeLessThan(longestMs);
  });

  it('a slow web server → an answer, as late as it is', async () => {
    const rttMs = await asked(http(port.slowHttp, false), alive);
    expect(rttMs).toBeGreaterThanOrEqual(slowMs - 1);
  });

  it('a TCP port that is closed, by netwatch → none: it asks about the host', async () => {
    expect(await asked(tcp(port.closed, false), alive)).toBeUndefined();
  });

  it.each([
    ['TCP', tcp(port.tcp, true)],
    ['DNS', () => dnsLink(place())],
    ['HTTP', http(port.http, false)],
    ['HTTPS', http(port.https, true)],
  ])('a silent host, by %s → none, and the attempt ends in time', async (_, open) => {
    expect(await asked(open, silent)).toBeUndefined();
  });
});
