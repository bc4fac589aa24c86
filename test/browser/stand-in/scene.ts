import type { Schemas } from '../../../src/web/api/index.ts';
import type { Made } from './answers.ts';

type Wan = Schemas['Wan'];

/** What a stand-in shows; tests change it. */
export interface Scene {
  signedIn: boolean;
  /** What who is signed in may do. */
  scope: Schemas['Session']['scope'];
  status: Schemas['Status'];
  wans: readonly Wan[];
  /** How many connections it lists. */
  connections: number;
  faults: Schemas['Lab']['faults'];
  readonly everyMs: number;
  readonly rates: (tick: number) => Schemas['Rates'];
  /** What becomes of each answer but that to who is signed in; as it is otherwise. */
  over?: (answer: Made) => Made;
}

const now = Date.now();
export const ago = (ms: number): string => new Date(now - ms).toISOString();
const minute = 60_000;
const hour = 60 * minute;

const isp1: Wan = {
  ...{ name: 'ether1', label: 'ISP1 (ether1)', state: 'up', why: 'Up: 3 of 3 hosts behind it answer.' },
  evidence: {
    silentMs: 180,
    lost: 0,
    asked: ['1.1.1.1', '8.8.8.8'],
    roundTripMs: 11.8,
    jitterMs: 1.2,
    loss: 0,
  },
  addresses: ['203.0.113.9/30'],
  gateway: '203.0.113.10',
  ...{ rttMs: 11.8, jitterMs: 1.2, loss: 0 },
  rate: { receivedBitsPerSecond: 34_200_000, sentBitsPerSecond: 4_100_000 },
  limit: {
    receivedBitsPerSecond: 50_000_000,
    sentBitsPerSecond: 10_000_000,
    place: { file: 'office.rsc', line: 88 },
  },
  connections: 1482,
  share: { promised: 0.5, measured: 0.52 },
  since: ago(9 * 24 * hour),
};
const isp2: Wan = {
  ...{ name: 'ether2', label: 'ISP2 (ether2)', state: 'degraded', cause: 'loss' },
  why: 'Degraded: 6 % of the probes of the last minute were lost.',
  evidence: {
    silentMs: 420,
    lost: 1,
    asked: ['1.1.1.1', '9.9.9.9'],
    roundTripMs: 48.3,
    jitterMs: 14.1,
    loss: 0.06,
  },
  addresses: ['198.51.100.77/24'],
  gateway: '198.51.100.1',
  ...{ rttMs: 48.3, jitterMs: 14.1, loss: 0.06 },
  rate: { receivedBitsPerSecond: 11_600_000, sentBitsPerSecond: 1_900_000 },
  limit: {
    receivedBitsPerSecond: 20_000_000,
    sentBitsPerSecond: 2_000_000,
    place: { file: 'office.rsc', line: 89 },
  },
  connections: 690,
  share: { promised: 0.3, measured: 0.31 },
  since: ago(7 * minute),
  lastOutage: { from: ago(5 * hour), until: ago(5 * hour - 212_000), cause: 'upstream' },
};
const isp3: Wan = {
  ...{ name: 'lte1', label: 'LTE (lte1)', state: 'down', cause: 'carrier' },
  why: 'Down: its link is down since 3 minutes.',
  addresses: [],
  share: { promised: 0.2, measured: 0.17 },
  since: ago(3 * minute),
  lastOutage: { from: ago(3 * minute), cause: 'carrier' },
};

const condition = {
  ...{ code: 'gateway/line-down', about: 'lte1', severity: 'warning' as const, title: 'A line is down' },
  ...{ what: 'lte1 is down: its link is down.', do: 'See the modem and the cable.' },
  ...{ clears: 'Cleared when the line is used again.', doc: 'docs/conditions.md#line-down' },
  facts: { interface: 'lte1', cause: 'carrier' },
  since: ago(3 * minute),
};

/** A configuration on trial, for so long still. */
export const trial = (seconds: number): NonNullable<Schemas['Status']['trial']> => ({
  ...{ file: 'office.rsc', hash: 'a'.repeat(64), previous: 'b'.repeat(64), inForce: true },
  until: new Date(Date.now() + seconds * 1000).toISOString(),
});

const wave = (tick: number, slow: number): number =>
  1 + 0.25 * Math.sin(tick / slow) + 0.1 * Math.sin(tick * 1.7);

export function office(everyMs = 1000): Scene {
  return {
    signedIn: true,
    scope: 'admin',
    everyMs,
    connections: 2172,
    faults: [],
    wans: [isp1, isp2, isp3],
    status: {
      ...{ at: ago(0), name: 'office', version: '0.1.0', pid: 4711, file: '/etc/jalur/office.rsc' },
      ...{
        dialect: 'v7',
        pace: 'jalur',
        since: ago(9 * 24 * hour),
        upMs: 9 * 24 * hour,
        forwards: true,
        seed: 7,
      },
      active: [{ table: 'main', gateways: ['203.0.113.10'], interfaces: ['ether1'], distance: 1 }],
      ...{ conditions: [condition], differences: [], hosts: [{ host: '192.168.88.20', status: 'up' }] },
      lines: { up: 1, degraded: 1, down: 1, unknown: 0 },
    },
    rates: tick => ({
      ...{ at: new Date().toISOString(), overMs: 1000, interfaces: {} },
      tracked: { connections: 2172, most: 262_144 },
      lines: {
        ether1: {
          receivedBitsPerSecond: 34_200_000 * wave(tick, 9),
          sentBitsPerSecond: 4_100_000 * wave(tick, 5),
          ...{ rttMs: 11.8 * wave(tick, 11), jitterMs: 1.2 * wave(tick, 4), loss: 0 },
        },
        ether2: {
          receivedBitsPerSecond: 11_600_000 * wave(tick, 7),
          sentBitsPerSecond: 1_900_000 * wave(tick, 6),
          ...{ rttMs: 48.3 * wave(tick, 6), jitterMs: 14.1 * wave(tick, 3) },
          loss: tick % 17 < 3 ? 0.12 : 0.03,
        },
        lte1: {},
      },
    }),
  };
}
