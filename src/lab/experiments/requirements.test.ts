import { describe, expect, it } from 'vitest';
import { readTopology } from '../topology/read.ts';
import type { Topology } from '../topology/topology.ts';
import { type Sample, tiphon } from '../traffic/index.ts';
import type { Addressing } from './addressing/data.ts';
import type { Balance } from './balance/data.ts';
import type { FaultRun } from './failover/data.ts';
import type { FilterAttempt } from './filter/data.ts';
import { type ExperimentName, experimentNamed } from './index.ts';
import type { MethodRun } from './methods/data.ts';
import type { PingLog } from './ping/data.ts';
import type { SpeedRow } from './speed/data.ts';

const text = 'isps: [{ interface: ether1 }, { interface: ether2 }]';

/** Two lines; the configuration gives 2:1, and marks send to two tables. */
function bench(expectation: Readonly<Record<string, unknown>> = {}): Topology {
  const { topology } = readTopology(text, 't.yaml');
  if (!topology) throw new Error(text);
  const isps = topology.isps.map((isp, index) => ({ ...isp, share: index === 0 ? 0.667 : 0.333 }));
  const router = { ...topology.router, tables: ['to_ISP1', 'to_ISP2'] };
  return { ...topology, isps, router, expect: expectation };
}

function judged(name: ExperimentName, data: Readonly<Record<string, unknown>>, topology = bench()) {
  const experiment = experimentNamed(name);
  if (!experiment) throw new Error(name);
  const parts = experiment.parts(topology, 'en');
  const outcomes = parts.map(({ name: part }) => ({ part, data: data[part] ?? data['all'], durationMs: 1 }));
  return experiment.conclude(outcomes, topology, 'en');
}

const wellAddressed: Addressing = {
  leases: [
    {
      from: 'dhcp',
      interface: 'ether1',
      address: '10.10.10.254/24',
      gateway: '10.10.10.1',
      dns: [],
      tookMs: 5,
    },
    {
      from: 'dhcp',
      interface: 'ether2',
      address: '20.20.20.254/24',
      gateway: '20.20.20.1',
      dns: [],
      tookMs: 5,
    },
  ],
  clients: [{ name: 'c1', address: '192.168.0.101', gateway: '192.168.0.1', dns: ['192.168.0.1'] }],
  nat: [{ client: '192.168.0.101', seenBy: 'isp1', seenAs: '10.10.10.254' }],
  internet: [{ client: '192.168.0.101', seenBy: '203.0.113.1', seenAs: '198.51.100.6', isp: 'isp1' }],
  routes: { columns: [], rows: [] },
  inactive: [],
  defaults: { main: ['ether1'], to_ISP1: ['ether1'], to_ISP2: ['ether2'] },
  tables: ['main', 'to_ISP1', 'to_ISP2'],
  differences: [],
  lookup: { resolver: '192.168.0.1', name: 'example.com', expected: '203.0.113.1', answer: '203.0.113.1' },
};

const client = { name: 'c1', address: '192.168.0.101', dns: [] } as const;
const unseen = { client: client.address, seenBy: '203.0.113.1', seenAs: '–', isp: '–' } as const;
const other = {
  client: '192.168.0.102',
  seenBy: '203.0.113.1',
  seenAs: '198.51.100.6',
  isp: 'isp1',
} as const;

describe('addressing with an expectation', () => {
  const { defaults } = wellAddressed;
  const topology = bench({
    addressing: { shows: 'Each line has its address.', leases: {}, lan: '192.168.0.0/24', defaults },
  });
  const seenBy = (isp: string, seenAs: string) => ({ client: client.address, seenBy: isp, seenAs });
  const failing = (nat: Addressing['nat']) =>
    judged('addressing', { all: { ...wellAddressed, nat } }, topology).checks.filter(({ holds }) => !holds);

  it("the hash gives every client to the other line → the box of main's line has seen no leak", () => {
    expect(failing([seenBy('isp1', '–'), seenBy('isp2', '20.20.20.254')])).toEqual([]);
  });

  it("nobody reaches any box → the box of main's line has seen nobody", () => {
    expect(failing([seenBy('isp1', '–'), seenBy('isp2', '–')])).toMatchObject([{ measured: '' }]);
  });
});

describe('addressing without expectation', () => {
  it('everything there → measured', () => {
    const { verdict, expectation, finding } = judged('addressing', { all: wellAddressed });
    expect({ verdict, expectation }).toEqual({
      verdict: 'measured',
      expectation:
        'The topology file states no expectation for this experiment: it is measured, and judged only by what must hold on every bench.',
    });
    expect(finding).toMatch(/^The WANs have ether1 10\.10\.10\.254/);
  });

  it.each<[string, Partial<Addressing>, string]>([
    [
      'a WAN without an address',
      { leases: wellAddressed.leases.slice(0, 1) },
      'ISP2: ether2 has no address.',
    ],
    [
      'a client without a gateway',
      { clients: [{ ...client, gateway: '' }] },
      'No default route for c1: the DHCP server gives no gateway (its network is missing, or has none).',
    ],
    [
      'no active default route',
      { defaults: {} },
      'No table has an active default route that leads anywhere: nothing leaves the router.',
    ],
    [
      'a blackhole as the only default route',
      { defaults: { main: [] } },
      'No table has an active default route that leads anywhere: nothing leaves the router.',
    ],
    [
      'an empty table',
      { tables: ['main', 'to_ISP1'] },
      'Table to_ISP2 has no active route: packets that marks or rules send there use main instead.',
    ],
    [
      'no translation',
      { nat: [{ client: client.address, seenBy: 'isp1', seenAs: client.address }] },
      "ISP1 sees the clients' own addresses (192.168.0.101): nothing translates what leaves by ether1, and no answer finds its way back.",
    ],
    [
      'nobody reaches a server',
      { internet: [unseen] },
      'No connection of a client to the Internet succeeds.',
    ],
    [
      'one of two reaches no server',
      { internet: [unseen, other] },
      'No connection to the Internet for 192.168.0.101, while others have one.',
    ],
    [
      'a resolver that does not answer',
      {
        lookup: {
          resolver: '192.168.0.1',
          name: 'example.com',
          expected: '203.0.113.1',
          answer: 'no answer',
        },
      },
      "The clients' resolver 192.168.0.1 does not resolve example.com: no answer.",
    ],
  ])('%s → fails, and says so first', (_, wrong, sentence) => {
    const { verdict, finding } = judged('addressing', { all: { ...wellAddressed, ...wrong } });
    expect({ verdict, begins: finding.startsWith(`${sentence} `), finding }).toMatchObject({
      verdict: 'fail',
      begins: true,
    });
  });

  it('resolvers of dialled lines, which no bench gives → names are not judged', () => {
    const lookup = { resolver: '192.168.0.1', name: 'x', expected: '203.0.113.1', answer: 'no answer' };
    const { router, ...rest } = bench();
    const topology = { ...rest, router: { ...router, namesFromPeers: true } };
    expect(judged('addressing', { all: { ...wellAddressed, lookup } }, topology).verdict).toBe('measured');
  });

  it('an empty table that is expected → passes', () => {
    const expectation = {
      shows: 'x',
      leases: { ether1: '10.10.10.254/24' },
      lan: '192.168.0.0/24',
      defaults: { main: ['ether1'], to_ISP2: [] },
    };
    const { to_ISP2: _, ...defaults } = wellAddressed.defaults;
    const data = { ...wellAddressed, defaults, tables: ['main', 'to_ISP1'] };
    expect(judged('addressing', { all: data }, bench({ addressing: expectation })).verdict).toBe('pass');
  });
});

const balance = (isp1: number, isp2: number, tried = isp1 + isp2): Balance => ({
  ...{ tried, connections: isp1 + isp2, destinations: 320, distinctPairs: tried },
  ...{ viaIsp: { isp1, isp2 }, pairsViaIsp: { isp1, isp2 }, bytes: { isp1, isp2 }, lanBytes: isp1 + isp2 },
  ...{ seconds: 3, onePair: { client: 'c1', server: 's', viaIsp: { isp1: 60 } } },
});

describe('balance without expectation', () => {
  it('both WANs carry something → measured', () => {
    expect(judged('balance', { all: balance(2700, 1300) }).verdict).toBe('measured');
  });

  it.each([
    ['no connection', balance(0, 0, 4000), 'No connection of a client to the Internet succeeds.'],
    [
      'the second WAN idle',
      balance(4000, 0),
      'ISP2 carried none of 4000 connections, though the configuration gives it 33.3 % of them.',
    ],
    ['the second WAN dead', balance(2700, 0, 4000), '1300 of 4000 connections of clients failed.'],
  ])('%s → fails, and says so first', (_, data, sentence) => {
    const { verdict, finding } = judged('balance', { all: data });
    expect(verdict).toBe('fail');
    expect(finding.startsWith(sentence)).toBe(true);
  });

  it('an idle WAN that is expected → passes', () => {
    const expectation = { shows: 'x', idle: { isp: 'isp2', 'bytes-share': { max: 0.01 } } };
    expect(judged('balance', { all: balance(4000, 0) }, bench({ balance: expectation })).verdict).toBe(
      'pass',
    );
  });

  it('a WAN to which the configuration gives nothing → may stay idle', () => {
    const { isps, ...rest } = bench();
    const topology = { ...rest, isps: isps.map(isp => ({ ...isp, share: isp.name === 'isp1' ? 1 : 0 })) };
    expect(judged('balance', { all: balance(4000, 0) }, topology).verdict).toBe('measured');
  });
});

const probes = (to: number): Sample[] =>
  Array.from({ length: 4000 }, (_, index) => index * 10).map(atMs => ({
    atMs,
    rttMs: atMs >= 5000 && atMs < to ? null : 20,
  }));

const faultRun = (to: number): FaultRun => ({
  ...{ wan: 'isp1', fault: 'unplug', dialect: 'v7', port: 'ether1', probedVia: 'isp1' },
  ...{ startMs: 0, faultMs: 5000, endMs: 40_000, detectedMs: 5002, detectedBy: 'link' },
  ...{ pings: probes(to), connections: probes(to), sessions: [], before: [], after: [], throughput: [] },
});

describe('failover without expectation', () => {
  it('users served again → measured', () => {
    expect(judged('failover', { all: faultRun(5300) }).verdict).toBe('measured');
  });

  it('users never served again → fails, and says so first', () => {
    const { verdict, finding } = judged('failover', { all: faultRun(99_000) });
    expect(verdict).toBe('fail');
    expect(finding).toMatch(/^ISP1 unplug: users were not served again, though ISP2 was up\. /);
  });

  it('one WAN alone → nobody can take over', () => {
    const { isps, ...rest } = bench();
    const topology = { ...rest, isps: isps.slice(0, 1) };
    expect(judged('failover', { all: faultRun(99_000) }, topology).verdict).toBe('measured');
  });
});

const pingLog = (from: number, to: number): PingLog => ({
  ...{ client: 'c1', server: '203.0.113.1', isp: 'isp1', startMs: 0, cutMs: 5000, repairMs: 9000 },
  samples: probes(0).map(({ atMs }) => ({ atMs, rttMs: atMs >= from && atMs < to ? null : 20 })),
});

describe('ping without expectation', () => {
  it('answers before and after → measured', () => {
    expect(judged('ping', { all: pingLog(5000, 9000) }).verdict).toBe('measured');
  });

  it.each([
    [
      'no answer at all',
      pingLog(0, 99_000),
      'No ping to 203.0.113.1 was answered, though nothing was broken',
    ],
    [
      'no answer after the repair',
      pingLog(5000, 99_000),
      'Pings were not answered again after ISP1 was plugged in',
    ],
  ])('%s → fails, and says so first', (_, log, sentence) => {
    const { verdict, finding } = judged('ping', { all: log });
    expect(verdict).toBe('fail');
    expect(finding.startsWith(sentence)).toBe(true);
  });
});

const quality = { delayMs: 20, jitterMs: 1, lossPct: 0 };
const pinged = { ...quality, tiphon: tiphon(quality) };
const speedRow = (downloadBps: number, uploadBps: number): SpeedRow => ({
  ...{ path: 'isp2', connections: 16, servers: 16, downloadBps, uploadBps },
  ...{ downloadLimit: 1e6, uploadLimit: 1e6, loaded: pinged, idle: pinged },
  ...{ starvedMs: 1, routeChanges: 0, throughput: [], beganMs: [0, 1] as const },
});

describe('speed without expectation', () => {
  it('something moves both ways → measured', () => {
    expect(judged('speed', { all: speedRow(9e5, 9e5) }).verdict).toBe('measured');
  });

  it.each([
    [speedRow(9e5, 0), 'Nothing was uploaded: ISP2 only, 16 connections to 16 servers.'],
    [speedRow(0, 9e5), 'Nothing was downloaded: ISP2 only, 16 connections to 16 servers.'],
  ])('a direction in which nothing moves → fails, and says so first', (row, sentence) => {
    const { verdict, finding } = judged('speed', { all: row });
    expect(verdict).toBe('fail');
    expect(finding.startsWith(sentence)).toBe(true);
  });
});

const attempt = (blocked: boolean): FilterAttempt => ({
  ...{ protocol: 'tcp', port: 443, direction: 'lan-to-wan', isp: 'isp1', blocked },
});

describe('filter without expectation', () => {
  it('something gets out → measured', () => {
    expect(judged('filter', { all: { attempts: [attempt(false), attempt(true)], drops: [] } }).verdict).toBe(
      'measured',
    );
  });

  it.each([[[attempt(true)]], [[]]])('nothing gets out → fails, and says so first', attempts => {
    const { verdict, finding } = judged('filter', { all: { attempts, drops: [] } });
    expect(verdict).toBe('fail');
    expect(finding).toMatch(
      /^Nothing that a client sent reached the Internet: the router lets nothing out\. /,
    );
  });
});

const method = (isp1: number): MethodRun => ({
  ...{ method: 'nth', inapplicable: '', tried: 1000, viaIsp: { isp1 }, sessions: 40, splitSessions: 0 },
  ...{ held: 8, heldBroken: 0, downloadBps: 1e6, loaded: pinged },
});

describe('methods without expectation', () => {
  it('connections succeed → measured', () => {
    expect(judged('methods', { all: method(1000) }).verdict).toBe('measured');
  });

  it('no connection succeeds → fails, and says so first', () => {
    const { verdict, finding } = judged('methods', { all: method(0) });
    expect(verdict).toBe('fail');
    expect(finding).toMatch(/^No connection of a client to the Internet succeeds\. /);
  });
});
