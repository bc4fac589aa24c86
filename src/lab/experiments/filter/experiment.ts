import { type RunOptions, run } from '../../../sys/index.ts';
import type { Lab, LabIsp } from '../../build/lab.ts';
import { type Attempt, type AttemptPath, startServers, tryPorts } from '../../traffic/index.ts';
import { atLeast, same } from '../checks.ts';
import { defineExperiment, type Piece } from '../define.ts';
import { type FilterExpectation, filterExpectation } from '../expect.ts';
import type { PartContext } from '../experiment.ts';
import { pairs, probePairs } from '../pairs.ts';
import type { Check } from '../result.ts';
import { type DropCount, dropCounts } from './drop-counts.ts';

type Direction = 'lan-to-wan' | 'wan-to-lan';

/** One real attempt; `blocked` means that the receiver saw nothing of it. */
interface FilterAttempt extends Attempt {
  readonly direction: Direction;
  readonly isp: string;
  readonly blocked: boolean;
}

interface Filter {
  readonly attempts: readonly FilterAttempt[];
  /** What the router's own drop rules counted meanwhile. */
  readonly drops: readonly DropCount[];
}

/** Ports that WannaCry spreads by, as in the paper's Gambar 7 (routeros.md section 8), and ordinary ones. */
const usual: readonly Attempt[] = [
  ...[135, 137, 139, 445, 3389, 80, 443].map(port => ({ protocol: 'tcp' as const, port })),
  ...[135, 137, 138, 445, 53].map(port => ({ protocol: 'udp' as const, port })),
];

/** Filter: real attempts on WannaCry's ports and on ordinary ones, judged by what the receiver saw. */
export const filter = defineExperiment<FilterExpectation, Filter>({
  name: 'filter',
  title: 'Does the filter stop WannaCry, and nothing else?',
  repeats: ['Gambar 7'],
  expectation: filterExpectation,
  parts: ({ isps }) => [{ name: 'all', title: 'attempts in both directions', seconds: 3 + isps.length * 4 }],
  measure,
  judge,
});

async function measure(context: PartContext, expect: FilterExpectation | undefined): Promise<Filter> {
  const { lab, progress, config } = context;
  const before = await lab.router.request('counters');
  const attempts: FilterAttempt[] = [];
  for (const { isp, address, from } of await outward(lab)) {
    progress(0.3, `LAN to WAN by ${isp.toUpperCase()}`);
    const path = { from, to: lab.internet.ns, address };
    attempts.push(...(await tryAll(path, 'lan-to-wan', isp, portsOf(expect, 'lan-to-wan'))));
  }
  for (const isp of lab.isps) {
    progress(0.7, `WAN to LAN by ${isp.name.toUpperCase()}`);
    attempts.push(...(await inward(lab, isp, portsOf(expect, 'wan-to-lan'))));
  }
  const after = await lab.router.request('counters');
  return { attempts, drops: dropCounts(config, before.rules, after.rules) };
}

async function tryAll(path: AttemptPath, direction: Direction, isp: string, ports: readonly Attempt[]) {
  const results = await tryPorts(path, ports);
  return results.map(({ protocol, port, seen }) => ({ protocol, port, direction, isp, blocked: !seen }));
}

/** One client and server for each ISP that connections leave by. */
async function outward(lab: Lab) {
  const servers = await startServers(lab.internet.ns);
  try {
    const probed = await probePairs(lab, pairs(lab, 24));
    return lab.isps.flatMap(({ name }) => {
      const pair = probed.find(({ via }) => via === name);
      return pair ? [{ isp: name, address: pair.address, from: pair.client.ns }] : [];
    });
  } finally {
    await servers.close();
  }
}

/** The provider's box plays an attacker next door: it knows the way to the LAN, by the router's WAN address. */
async function inward(lab: Lab, isp: LabIsp, ports: readonly Attempt[]): Promise<FilterAttempt[]> {
  const [client] = lab.clients;
  const [router] = isp.topology.lease;
  if (!client || !router) return [];
  const route = [`${client.address}/32`, 'via', router, 'dev', isp.ports.lan];
  const inBox: RunOptions = { ns: isp.ns };
  run(['ip', 'route', 'replace', ...route], inBox);
  try {
    const path = { from: isp.ns, to: client.ns, address: client.address };
    return await tryAll(path, 'wan-to-lan', isp.name, ports);
  } finally {
    run(['ip', 'route', 'del', ...route], { ...inBox, allowFailure: true });
  }
}

function portsOf(expect: FilterExpectation | undefined, direction: Direction): readonly Attempt[] {
  if (!expect) return usual;
  const sets = [expect.blocked[direction], expect.passes[direction]];
  return sets.flatMap(({ tcp, udp }) => [
    ...tcp.map(port => ({ protocol: 'tcp' as const, port })),
    ...udp.map(port => ({ protocol: 'udp' as const, port })),
  ]);
}

function judge(pieces: readonly Piece<Filter>[], expect: FilterExpectation | undefined) {
  const data = pieces[0]?.data;
  if (!data) throw new Error('filter has one part');
  const blocked = data.attempts.filter(attempt => attempt.blocked).length;
  const counted = data.drops.reduce((sum, { packets }) => sum + packets, 0);
  return {
    finding: `${blocked} of ${data.attempts.length} attempts were stopped; the router's drop rules counted ${counted} packets.`,
    checks: expect
      ? [...checks(data, expect), atLeast('packets that drop rules counted', blocked, counted, String)]
      : [],
    data: { attempts: data.attempts, drops: data.drops },
    tables: [attemptsTable(data), dropsTable(data)],
    figures: [],
    notes: [
      'An attempt is blocked where the receiver, which listens on that port, saw nothing: no connection, no datagram.',
      'Machines on one LAN reach each other without passing the router: no forward filter can keep a worm from spreading there.',
    ],
  };
}

function checks(data: Filter, expect: FilterExpectation): Check[] {
  return (['lan-to-wan', 'wan-to-lan'] as const)
    .flatMap(direction =>
      (['tcp', 'udp'] as const).flatMap(protocol => [
        check(data, direction, protocol, expect.blocked[direction][protocol], true),
        check(data, direction, protocol, expect.passes[direction][protocol], false),
      ]),
    )
    .flat();
}

function check(
  data: Filter,
  direction: Direction,
  protocol: string,
  ports: readonly number[],
  blocked: boolean,
): Check[] {
  if (ports.length === 0) return [];
  const tried = data.attempts.filter(
    attempt =>
      attempt.direction === direction && attempt.protocol === protocol && ports.includes(attempt.port),
  );
  const wrong = tried.filter(attempt => attempt.blocked !== blocked);
  const measured = wrong.map(({ port, isp }) => `not ${port} by ${isp.toUpperCase()}`).join(', ');
  const what = `${direction}, ${protocol} ${ports.join(', ')}`;
  const state = blocked ? 'all blocked' : 'all seen by the receiver';
  return [same(what, state, tried.length === 0 ? 'not tried' : measured || state)];
}

function attemptsTable({ attempts }: Filter) {
  return {
    title: 'Attempts',
    repeats: 'Gambar 7',
    columns: ['direction', 'ISP', 'protocol', 'port', 'the receiver saw'],
    rows: attempts.map(({ direction, isp, protocol, port, blocked }) => [
      direction,
      isp.toUpperCase(),
      protocol,
      `${port}`,
      blocked ? 'nothing' : protocol === 'tcp' ? 'a connection' : 'a datagram',
    ]),
  };
}

function dropsTable({ drops }: Filter) {
  return {
    title: 'Counters of the drop rules',
    columns: ['rule', 'place', 'packets', 'bytes'],
    rows: drops.map(({ rule, place, packets, bytes }) => [rule, place, `${packets}`, `${bytes}`]),
  };
}
