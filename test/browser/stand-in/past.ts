import type { Schemas } from '../../../src/web/api/index.ts';
import type { Answers } from './answers.ts';
import { ago, type Scene } from './scene.ts';

type Incident = Schemas['Incident'];
const minute = 60_000;
const hour = 60 * minute;

const decision = (time: string, reason: string, durationMs: number): NonNullable<Incident['decision']> => ({
  ...{ time, reason, durationMs, refused: [] },
  steps: { waited: 1.4, decided: 6.2, applied: durationMs - 7.6 },
  changes: [
    'table to_ISP2: default route by 203.0.113.10 dev ether1 instead of 198.51.100.1 dev ether2',
    'connections of table to_ISP2 move to ether1',
    'set lines_down: ether2 added',
  ],
});

const incidents: readonly Incident[] = [
  {
    ...{ id: 'lte1-now', line: 'lte1', from: ago(3 * minute), downMs: 3 * minute, causes: ['carrier'] },
    decision: decision(ago(3 * minute - 41), 'the link of lte1 is down', 41),
    ...{ unseen: { start: false, end: false }, correlation: 'c2' },
  },
  {
    ...{ id: 'ether2-20261130T033412Z', line: 'ether2', from: ago(5 * hour), until: ago(5 * hour - 212_000) },
    ...{ downMs: 212_000, causes: ['upstream', 'gateway'] },
    evidence: { silentMs: 1204, lost: 6, asked: ['1.1.1.1', '9.9.9.9', '198.51.100.1'] },
    decision: decision(ago(5 * hour - 1322), 'nothing behind ether2 answers', 118),
    back: decision(ago(5 * hour - 212_000), 'ether2 answers again', 37),
    flows: { reset: 312, begunAnew: 88 },
    ...{ unseen: { start: false, end: false }, correlation: 'c1' },
  },
];

const story = `incident ether2-20261130T033412Z
ether2 was down for 3 min 32 s: nothing behind its gateway answers

2026-11-30 03:34:12.118  detection  1204 ms silent: 6 probes in a row were lost (1.1.1.1, 9.9.9.9)
2026-11-30 03:34:13.440  decision   118 ms: waited 1.4 ms, decided 6.2 ms, applied 110.4 ms
`;

const says = (seq: number, msAgo: number, text: string, event: Schemas['GatewayEvent']) => ({
  ...{ seq, time: ago(msAgo), text, event, correlation: `c${seq}` },
});
const line = (name: string, status: 'up' | 'down' | 'degraded'): Schemas['GatewayEvent'] => ({
  ...{ type: 'line', atMs: 1, line: name, status, sinceMs: 1 },
});
const flows: Schemas['GatewayEvent'] = { type: 'flows', atMs: 1, durationMs: 12, reset: 41, begunAnew: 6 };
const link: Schemas['GatewayEvent'] = { type: 'link', atMs: 1, interface: 'lte1', running: false };
const config: Schemas['GatewayEvent'] = {
  ...{ type: 'config', atMs: 1, file: '/etc/jalur/office.rsc', how: 'apply', by: 'budi from 192.168.88.10' },
  ...{ result: 'in-force', changes: 12 },
};

const events = [
  says(
    9,
    3 * minute - 53,
    'connections moved to another line: 41 TCP connections reset, 6 others started anew (12 ms)',
    flows,
  ),
  says(8, 3 * minute - 41, 'line lte1 is down: no link', line('lte1', 'down')),
  says(7, 3 * minute, 'the link of lte1 is down', link),
  says(6, 7 * minute, 'line ether2 is degraded: packets are lost', line('ether2', 'degraded')),
  says(5, 5 * hour - 212_000, 'line ether2 is up', line('ether2', 'up')),
  says(
    4,
    5 * hour - 1322,
    'line ether2 is down: nothing behind its gateway answers (silent for 1.2 s)',
    line('ether2', 'down'),
  ),
  says(
    3,
    26 * hour,
    'configuration office.rsc is in force (applied by budi from 192.168.88.10; 12 changes)',
    config,
  ),
];

/** What was measured each `stepMs`, with an outage in it and a time when nothing was. */
function points(what: string, since: number, until: number, stepMs: number): Schemas['Point'][] {
  const count = Math.floor((until - since) / stepMs);
  return Array.from({ length: count }, (_, index) => index).flatMap(index => {
    const part = index / count;
    if (part > 0.28 && part < 0.31) return [];
    const isDown = part > 0.78 && part < 0.795;
    const wave = 1 + 0.2 * Math.sin(index / 9) + 0.1 * Math.sin(index * 2.3);
    const values: Readonly<Record<string, number>> = {
      ...{ up: isDown ? 0 : 1, loss: isDown ? 1 : part > 0.9 ? 0.06 : 0, rtt: 12 * wave, jitter: 2 * wave },
      ...{ in: isDown ? 0 : 3e7 * wave, out: isDown ? 0 : 4e6 * wave },
    };
    const value = values[what] ?? 0;
    return what === 'rtt' && isDown
      ? []
      : [{ time: new Date(since + index * stepMs).toISOString(), min: value, avg: value, max: value, n: 10 }];
  });
}

const around = (what: string) => points(what, Date.now() - 20 * minute, Date.now(), 2000);

const health = (scene: Scene) => ({
  ...{ at: ago(0), pace: 'jalur' },
  lines: scene.wans.map(({ name, label, state, cause, why, evidence, since }) => ({
    ...{ name, label, state, why, forMs: since ? Date.now() - Date.parse(since) : 0 },
    ...(cause && { cause }),
    ...(evidence && { evidence }),
    ...(since && { since }),
  })),
  checks: [
    {
      ...{ key: 'ether1 203.0.113.10', address: '203.0.113.10', interface: 'ether1', method: 'ping' },
      ...{ intervalMs: 10_000, timeoutMs: 1000, count: 2, reachable: true },
    },
  ],
  hosts: [{ host: '192.168.88.20', status: 'up' }],
});

export const past: Answers = {
  getHealth: ({ scene }) => ({ answer: health(scene) }),
  getEvents: () => ({
    answer: { at: ago(0), total: events.length, items: events.toReversed(), earlier: false },
  }),
  getJournal: () => ({ answer: { at: ago(0), items: events } }),
  getIncidents: () => ({ answer: { at: ago(0), total: incidents.length, items: incidents } }),
  getIncident: ({ parameters }) => {
    const incident = incidents.find(one => one.id === parameters['id']);
    if (!incident) return { refused: 'The journal has no incident of that name.', status: 404 };
    const series = Object.fromEntries(['rtt', 'loss', 'in', 'out'].map(what => [what, around(what)]));
    return { answer: { at: ago(0), incident, story, lostPacketsAbout: 1203, events: [], series } };
  },
  getSeries: ({ query }) => {
    const since = Date.parse(query.get('since') ?? '');
    const until = Date.now();
    const stepMs = Math.max(Number(query.get('step') ?? 10) * 1000, (until - since) / 1440);
    const names = (query.get('what') ?? '').split(',');
    const series = Object.fromEntries(names.map(what => [what, points(what, since, until, stepMs)]));
    return {
      answer: {
        ...{ at: ago(0), wan: query.get('wan') ?? '', since: new Date(since).toISOString() },
        ...{ until: new Date(until).toISOString(), stepMs, series },
      },
    };
  },
};
