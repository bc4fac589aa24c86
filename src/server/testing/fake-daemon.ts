import {
  type GatewayEvent,
  type LineReply,
  type OpenCondition,
  protocolVersion,
} from '../../gateway/index.ts';
import { readTexts } from '../../reading/index.ts';
import { assumeWorld, computeRib } from '../../rib/index.ts';
import { KeptEvents } from '../daemon/kept-events.ts';
import type {
  ControlRequestType,
  ControlValues,
  Daemon,
  DaemonListener,
  DaemonTrouble,
  Recorded,
} from '../daemon/port.ts';
import { noGateway, problemOf } from '../daemon/problems.ts';
import { officeText } from './office.ts';

const at = '2026-11-30T07:40:00.000Z';
const hash = 'a'.repeat(64);
const { router } = readTexts([{ file: 'office.rsc', text: officeText }]);
const { world } = assumeWorld(router);
const rib = computeRib(router, world);

const evidence = { silentMs: 12, lost: 0, asked: ['8.8.8.8'], roundTripMs: 9.5, jitterMs: 0.4, loss: 0 };
const line = (name: string, status: 'up' | 'down'): LineReply => ({
  ...{
    line: name,
    status,
    label: `ISP (${name})`,
    forMs: 60_000,
    addresses: ['10.10.10.254/24'],
    gateway: '10.10.10.1',
  },
  ...(status === 'down' && { cause: 'upstream' as const }),
  evidence,
  lease: {
    ...{ interface: name, address: { address: '10.10.10.254', length: 24 }, gateway: '10.10.10.1' },
    ...{ dns: ['8.8.4.4'], leaseTime: 3_600_000, leftMs: 1_800_000 },
  },
  rate: { receivedBps: 1_000_000, sentBps: 200_000 },
  opened: { connections: 40, share: 0.66, overMs: 30_000 },
  promised: 0.5,
  limits: { downloadBps: 20_000_000, uploadBps: 5_000_000, source: { file: 'office.rsc', line: 30 } },
  lastOutage: { from: at, until: at, cause: 'carrier' },
});

const condition: OpenCondition = {
  ...{ code: 'gateway/line-down', about: 'ether2', severity: 'warning', title: 'A line is down' },
  ...{
    what: 'ether2 is down.',
    do: 'See to its cable.',
    clears: 'It is up again.',
    doc: 'docs/conditions.md#line-down',
  },
  facts: { interface: 'ether2', cause: 'upstream' },
};

const change = {
  accepted: true,
  file: 'office.rsc',
  hash,
  diagnostics: [],
  changes: ['route added'],
  refused: [],
};
const trial = { file: 'office.rsc', hash, until: at, inForce: true, previous: 'b'.repeat(64) };
const point = { timeS: 1_796_024_400, min: 1, avg: 2, max: 3, n: 10 };
const incident = {
  ...{
    id: 'ether2-20261130T023412Z',
    line: 'ether2',
    from: at,
    until: at,
    downMs: 1000,
    causes: ['carrier'],
  },
  ...{
    evidence,
    flows: { reset: 3, begunAnew: 1 },
    unseen: { start: false, end: false },
    correlation: 'x-1',
  },
} as const;
const passed = { bytes: 1000, packets: 10, errors: 0, dropped: 0 };
const rates = { receivedBps: 1000, sentBps: 200, receivedPps: 1, sentPps: 2 };

const values: { readonly [K in ControlRequestType]: ControlValues[K] } = {
  status: {
    ...{
      name: 'host',
      version: '0.1.0',
      pid: 1,
      file: 'office.rsc',
      dialect: 'v7',
      pace: 'jalur',
      startedAt: at,
    },
    ...{ upMs: 60_000, forwards: true, lines: [line('ether1', 'up'), line('ether2', 'down')], seed: 7 },
    active: [{ table: 'main', gateways: ['10.10.10.1'], interfaces: ['ether1'], distance: 1 }],
    conditions: [{ ...condition, since: at }],
    trial,
    hosts: [{ host: '8.8.8.8', status: 'up' }, { host: '1.1.1.1' }],
    world,
    sharing: {
      ...{
        balance: 'buckets',
        spill: false,
        marks: [{ mark: 'c1', line: 'ether1', stated: 0.5, share: 0.5, now: 0.5 }],
      },
      last: { why: 'ether2 is down', forMs: 100 },
    },
  },
  routes: { rib, fib: [], differences: [] },
  counters: {
    rules: [{ chain: 'forward', place: 'office.rsc:12', comment: '', packets: 3, bytes: 180, drops: true }],
    connections: [{ mark: '', connections: 2 }],
  },
  events: { events: [], earlier: false },
  wan: { line: line('ether1', 'up'), changed: true },
  config: { accepted: true, diagnostics: [] },
  reload: change,
  apply: {
    ...change,
    until: at,
    saved: { files: [], problem: { what: 'The disk is full.', do: 'Make room.' } },
  },
  rollback: { ...change, until: at },
  confirm: { file: 'office.rsc', hash, saved: { files: ['/etc/jalur/office.rsc'] } },
  notify: { receivers: [], results: [] },
  settled: {},
  pulse: {},
  subscribe: { run: 'r1', seq: 0, missed: false },
  stop: { undone: true },
  interfaces: {
    at,
    interfaces: [
      {
        ...{
          name: 'ether1',
          label: 'ISP1 (ether1)',
          type: 'ether',
          comment: 'ISP1',
          disabled: false,
          role: 'wan',
        },
        ...{
          roleBecause: 'a DHCP client',
          exists: true,
          up: true,
          running: true,
          mtu: 1500,
          mac: '02:00:00:00:00:01',
        },
        ...{
          addresses: ['10.10.10.254/24'],
          received: passed,
          sent: passed,
          rates,
          source: { file: 'office.rsc', line: 2 },
        },
      },
      {
        ...{ name: 'ether9', label: 'ether9', type: 'ether', comment: '', disabled: true, role: 'unknown' },
        ...{
          exists: false,
          up: false,
          running: false,
          mtu: 0,
          mac: '',
          addresses: [],
          received: passed,
          sent: passed,
        },
      },
    ],
  },
  connections: {
    ...{
      at,
      total: 1,
      tracked: 2,
      accounting: true,
      ratesOverMs: 1000,
      byWan: { ether1: 1 },
      byMark: { '': 1 },
    },
    items: [
      {
        ...{
          id: 77,
          protocol: 'tcp',
          state: 'established',
          flags: 'SACs',
          timeoutMs: 1000,
          mark: 'c1',
          markValue: 1,
        },
        ...{ wan: 'ether1', wanBy: 'line', sentBps: 100, receivedBps: 200 },
        original: { source: '192.168.0.10', sourcePort: 4000, destination: '8.8.8.8', destinationPort: 443 },
        reply: { source: '8.8.8.8', sourcePort: 443, destination: '10.10.10.254', destinationPort: 4000 },
        sent: { bytes: 10, packets: 1 },
        received: { bytes: 20, packets: 1 },
      },
    ],
  },
  queues: {
    at,
    queues: [
      {
        ...{
          name: 'budi',
          comment: '',
          disabled: false,
          source: { file: 'office.rsc', line: 30 },
          kind: 'simple',
        },
        ...{ targets: ['192.168.0.10/32'], packetMarks: [], applied: true },
        upload: {
          ...{ maxLimitBps: 1_000_000, limitAtBps: 0, priority: 8 },
          count: { bytes: 1, packets: 1, dropped: 0, backlogBytes: 0, backlogPackets: 0, rateBps: 900_000 },
        },
      },
    ],
  },
  leases: {
    at,
    wan: [
      { line: 'ether1', label: 'ISP1 (ether1)', expiresAt: at, lease: line('ether1', 'up').lease },
      { line: 'ether2', label: 'ether2', refused: ['its address is ours'] },
    ],
    lan: [
      {
        ...{ interface: 'ether4', label: 'ether4', address: '192.168.0.100', mac: '02:00:00:00:00:09' },
        ...{ hostname: 'nas', comment: '', status: 'bound', expiresAt: at },
      },
    ],
    servers: [{ interface: 'ether4', network: '192.168.0.0/24', given: 1, addresses: 100 }],
  },
  texts: {
    ...{ hash, file: 'office.rsc', dialect: 'v7', source: ['office.rsc'] },
    texts: [{ file: 'office.rsc', text: `${officeText}/ppp secret add name=a password=hunter2\n` }],
    trial,
  },
  applied: {
    items: [
      {
        time: at,
        file: 'office.rsc',
        how: 'apply',
        by: 'budi',
        result: 'in-force',
        changes: 3,
        hash,
        correlation: 'x-2',
        kept: true,
      },
    ],
  },
  incidents: { incidents: [incident] },
  incident: {
    ...{
      incident,
      lostPacketsAbout: 12,
      story: 'Incident\n',
      series: { stepMs: 1000, series: { rtt: [point] } },
    },
    events: [
      {
        seq: 3,
        time: at,
        correlation: 'x-1',
        event: { type: 'link', atMs: 1, interface: 'ether2', running: false },
      },
    ],
  },
  report: {
    ...{
      name: 'host',
      since: at,
      until: at,
      incidents: [incident],
      decisions: { count: 1, medianMs: 3, slowestMs: 4 },
    },
    lines: [
      {
        ...{
          line: 'ether1',
          measured: 1,
          available: 0.999,
          outages: [incident],
          roundTripMs: { avg: 9, max: 20 },
        },
        ...{ tiphon: { delay: 4, jitter: 3, loss: 4, index: 3.7 }, up: [point], roundTrips: [point] },
      },
    ],
    configs: [{ time: at, file: 'office.rsc', how: 'start', result: 'in-force', changes: 3 }],
    conditions: [{ code: 'gateway/line-down', raised: 1 }],
  },
  series: { stepMs: 1000, series: { rtt: [point] } },
  journal: {
    items: [
      {
        seq: 3,
        time: at,
        correlation: 'x-1',
        event: { type: 'link', atMs: 1, interface: 'ether2', running: false },
      },
    ],
    next: '3',
  },
};

/** A gateway that is not there: it says what it is told to say, and notes what it was asked. */
export class FakeDaemon implements Daemon {
  trouble: DaemonTrouble | undefined;
  /** What a gateway would not read in a request; undefined: nothing. */
  mistakeOf: (request: object) => string | undefined = () => undefined;
  /** The configuration that runs; default: that of the office. */
  texts: ControlValues['texts'] = values.texts;
  readonly asked: { readonly type: string; readonly stated: unknown }[] = [];
  readonly #listeners = new Set<DaemonListener>();
  readonly #kept = new KeptEvents();
  #seq = 0;
  /** How often rates are wanted. */
  hz = 0;

  constructor() {
    this.#kept.begin('r1', 0);
  }

  async ask<K extends ControlRequestType>(type: K, stated?: unknown): Promise<ControlValues[K]> {
    this.asked.push({ type, stated });
    // What a gateway would not read is no more understood here.
    const mistake = this.mistakeOf({ v: protocolVersion, id: 1, type, ...(stated as object) });
    if (mistake !== undefined)
      throw problemOf({ code: 'control/bad-request', what: mistake, do: 'Ask otherwise.' });
    if (this.trouble) throw noGateway(this.trouble.what, this.trouble.do);
    if (type === 'events')
      return { events: this.#kept.since('r1', 0) ?? [], earlier: false } as ControlValues[K];
    if (type === 'texts') return this.texts as ControlValues[K];
    return values[type];
  }

  listen(listener: DaemonListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  followRates(hz: number): void {
    this.hz = hz;
  }

  since(run: string, seq: number): readonly Recorded[] | undefined {
    return this.#kept.since(run, seq);
  }

  close(): void {
    this.#listeners.clear();
  }

  say(event: GatewayEvent): void {
    this.#seq += 1;
    const recorded = { seq: this.#seq, time: at, event };
    this.#kept.add(recorded);
    for (const one of this.#listeners) one.event(recorded, 'r1');
  }

  sayRates(now = at): void {
    const lines = { ether1: { ...rates, roundTripMs: 9.5, loss: 0 } };
    for (const one of this.#listeners)
      one.rates({
        at: now,
        overMs: 1000,
        lines,
        interfaces: { ether1: rates },
        tracked: { tracked: 5, limit: 100 },
      });
  }

  leave(): void {
    this.trouble = { what: 'No gateway answers.', do: 'Start it.' };
    for (const one of this.#listeners) one.offline(this.trouble);
  }

  comeBack(): void {
    this.trouble = undefined;
    for (const one of this.#listeners) one.online();
  }
}
