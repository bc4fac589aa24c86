import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../test/report/agreement.ts';
import type { Language } from '../../text/index.ts';
import { type Sample, tiphon } from '../traffic/index.ts';
import type { Balance } from './balance/data.ts';
import type { FaultRun } from './failover/data.ts';
import { experimentNamed, experiments, paperExperiments } from './index.ts';
import type { ExperimentResult, Figure } from './result.ts';
import type { SpeedRow } from './speed/data.ts';
import { conclude, failing, fixed, paper } from './testing/conclude.ts';

describe('every experiment', () => {
  it.each(paperExperiments.map(({ name }) => [name]))(
    '%s: has what both examples expect of it, and parts with names of their own',
    name => {
      const experiment = experimentNamed(name);
      for (const topology of [paper, fixed]) {
        expect(topology.expect[name]).toBeDefined();
        expect(experiment?.faults(topology)).toEqual([]);
        const parts = experiment?.parts(topology, 'en').map(part => part.name) ?? [];
        expect(new Set(parts).size).toBe(parts.length);
        expect(parts.length).toBeGreaterThan(0);
      }
    },
  );

  it.each(experiments.map(({ name }) => [name]))('%s: has a title and parts in both languages', name => {
    const experiment = experimentNamed(name);
    expect(experiment?.title('id')).not.toBe(experiment?.title('en'));
    const names = (language: Language) => experiment?.parts(fixed, language).map(part => part.name);
    expect(names('id')).toEqual(names('en'));
  });

  it('names the place of a wrong expectation', () => {
    const topology = { ...fixed, expect: { balance: { shows: 'x', tolerance: 3 } } };
    expect(experimentNamed('balance')?.faults(topology)).toEqual([
      { path: ['expect', 'balance', 'tolerance'], message: 'is above 1 (shares are parts of one)' },
    ]);
  });

  it.each([
    [{}, ['shows'], 'is not a sentence about what this example should show (or one for each of en and id)'],
    [{ shows: 'x', tolerance: 'y' }, ['tolerance'], 'is not a number'],
    [
      { shows: { en: 'x' } },
      ['shows'],
      'is not a sentence about what this example should show (or one for each of en and id)',
    ],
  ])('expectation %j: names what is wrong in plain words', (balance, path, message) => {
    const faults = experimentNamed('balance')?.faults({ ...fixed, expect: { balance } });
    expect(faults).toEqual([{ path: ['expect', 'balance', ...path], message }]);
  });

  it('prints the expectation in the language that it is asked for', () => {
    const shows = { en: 'Two of three.', id: 'Dua dari tiga.' };
    const topology = { ...fixed, expect: { balance: { shows } } };
    const expectation = (language: Language) =>
      conclude('balance', { all: balance(2, 1) }, topology, language).expectation;
    expect([expectation('en'), expectation('id')]).toEqual([shows.en, shows.id]);
  });

  it('fails for each part that was not measured', () => {
    const result = conclude('failover', {});
    expect(result.verdict).toBe('fail');
    expect(failing(result)).toHaveLength(4);
  });
});

const balance = (isp1: number, isp2: number, more: Partial<Balance> = {}): Balance => ({
  tried: isp1 + isp2,
  connections: isp1 + isp2,
  destinations: 1000,
  distinctPairs: isp1 + isp2,
  viaIsp: { isp1, isp2 },
  pairsViaIsp: { isp1, isp2 },
  bytes: { isp1: isp1 * 400, isp2: isp2 * 400 },
  lanBytes: (isp1 + isp2) * 400,
  seconds: 12,
  onePair: { client: 'c1', server: '203.0.113.1', viaIsp: { isp1: 60, isp2: 0 } },
  ...more,
});

describe('balance', () => {
  it('passes 2:1 where that is expected, and has the documented data', () => {
    const result = conclude('balance', { all: balance(2700, 1300) });
    expect(failing(result)).toEqual([]);
    expect(result.data).toMatchObject({
      perWan: { isp1: { connections: 2700, bytes: 1_080_000 }, isp2: { connections: 1300, bytes: 520_000 } },
      chiSquare: { degrees: 1 },
    });
  });

  it('fails an even split, too few connections, and one pair that is spread', () => {
    const even = conclude('balance', { all: balance(2000, 2000) });
    expect(failing(even)).toEqual(['connections by ISP1', 'connections by ISP2', 'p of the chi-square test']);
    expect(failing(conclude('balance', { all: balance(1000, 500) }))).toEqual(['connections']);
    const viaIsp = { isp1: 30, isp2: 30 };
    const spread = balance(2680, 1320, { onePair: { client: 'c1', server: 's', viaIsp } });
    expect(failing(conclude('balance', { all: spread }))).toEqual([
      'connections of one client to one server',
    ]);
  });

  it('of the paper fails as soon as ISP2 carries anything', () => {
    expect(failing(conclude('balance', { all: balance(4000, 0) }, paper))).toEqual([]);
    expect(conclude('balance', { all: balance(3900, 100) }, paper).verdict).toBe('fail');
  });
});

/** Probes every 10 ms from 0 to 40 s, without answer from `from` to `to`. */
const probes = (from: number, to: number): Sample[] =>
  Array.from({ length: 4000 }, (_, index) => index * 10).map(atMs => ({
    atMs,
    rttMs: atMs >= from && atMs < to ? null : 20,
  }));

const faultRun = (
  wan: string,
  fault: FaultRun['fault'],
  from: number,
  to: number,
  more: Partial<FaultRun> = {},
): FaultRun => ({
  ...{ wan, fault, dialect: 'v7', port: wan === 'isp1' ? 'ether1' : 'ether2', probedVia: wan },
  ...{ startMs: 0, faultMs: 5000, endMs: 40_000, detectedMs: 5002, detectedBy: 'link' },
  ...{
    pings: probes(from, to),
    connections: probes(from, to),
    sessions: [],
    before: [],
    after: [],
    throughput: [],
  },
  ...more,
});

const everyFault = (run: (wan: string, fault: FaultRun['fault']) => FaultRun) =>
  Object.fromEntries(
    ['isp1', 'isp2'].flatMap(wan =>
      (['unplug', 'blackhole'] as const).map(fault => [`${wan}-${fault}`, run(wan, fault)]),
    ),
  );

/** Lost samples of one line of the figures over time. */
const lostInFigure = (figures: readonly Figure[], name: string): number =>
  figures
    .flatMap(figure => (figure.kind === 'timeline' ? figure.series : []))
    .filter(one => one.name === name)
    .flatMap(({ points }) => points)
    .reduce((sum, [, value, lost = value === null ? 1 : 0]) => sum + lost, 0);

describe('failover', () => {
  it('passes short outages, and has the documented data', () => {
    const result = conclude(
      'failover',
      everyFault((wan, fault) => faultRun(wan, fault, 5000, 5300)),
    );
    expect(failing(result)).toEqual([]);
    const [first] = result.data['faults'] as readonly unknown[];
    expect(first).toMatchObject({
      wan: 'isp1',
      fault: 'unplug',
      detectMs: 2,
      restoreMs: 300,
      pingsLost: 30,
      tcpBroken: 0,
      tcpHung: 0,
    });
  });

  it.each([
    ['no gap', 0, 0, 0, 0],
    ['fewer lost than a gap is long', 6000, 6090, 0, 9],
    ['a gap of thirty milliseconds with the fault', 5000, 5030, 30, 3],
    ['on their way when the fault came', 4800, 5030, 30, 23],
    ['a short gap', 5000, 5100, 100, 10],
    ['a gap that begins later', 6000, 9000, 4000, 300],
    ['a gap that does not end', 6000, 99_000, null, 3400],
  ])('%s: headline, tables, figure and data → say the same', (_, from, to, restoreMs, lost) => {
    const run = faultRun('isp1', 'unplug', from, to, { connections: probes(0, 0) });
    const { finding, tables, figures, data } = conclude('failover', { 'isp1-unplug': run });
    const [cost] = data['faults'] as readonly {
      restoreMs: number;
      pingsLost: number;
      pingOutageMs: number;
    }[];
    expect(cost?.restoreMs).toBe(restoreMs);
    const shown =
      restoreMs === null ? 'never' : restoreMs < 1000 ? `${restoreMs} ms` : `${restoreMs / 1000}.0 s`;
    expect(disagreements({ figures, tables })).toEqual([]);
    const [times, losses] = tables;
    expect(times?.rows[0]?.[4]).toBe(restoreMs);
    expect([cost?.pingsLost, losses?.rows[0]?.[2], lostInFigure(figures, 'ping')]).toEqual([
      lost,
      lost,
      lost,
    ]);
    if (restoreMs === 0) expect(finding).toContain('ISP1 unplug: no effect');
    else expect(finding).toContain(restoreMs === null ? ', not restored' : `restored after ${shown}`);
  });

  it('no gap, but sessions that broke → neither headline nor table says that nothing happened', () => {
    const sessions = [{ via: 'isp1', kind: 'echo', state: 'broken', longestGapMs: 0 } as const];
    const run = faultRun('isp1', 'unplug', 0, 0, { sessions, connections: [] });
    expect(conclude('failover', { 'isp1-unplug': run }).finding).toContain(
      'ISP1 unplug: no gap, 0 of 0 connections failed, 1 session broken or stalled',
    );
  });

  it('says the same in Indonesian', () => {
    const runs = everyFault((wan, fault) =>
      wan === 'isp2'
        ? faultRun(wan, fault, 0, 0)
        : faultRun(wan, fault, 5000, fault === 'unplug' ? 5300 : 99_000, { detectedMs: 6000 }),
    );
    const [en, id] = (['en', 'id'] as const).map(language => conclude('failover', runs, fixed, language));
    expect(en?.finding).toBe(
      'ISP1 blackhole: users were not served again, though ISP2 was up. ISP1 unplug: detected after 1.0 s, restored after 300 ms; ISP1 blackhole: detected after 1.0 s, not restored; ISP2 unplug: no effect; ISP2 blackhole: no effect.',
    );
    expect(id?.finding).toBe(
      'ISP1 blackhole: pengguna tidak dilayani lagi, padahal ISP2 hidup. ISP1 unplug: terdeteksi setelah 1.0 s, pulih setelah 300 ms; ISP1 blackhole: terdeteksi setelah 1.0 s, tidak pulih; ISP2 unplug: tanpa pengaruh; ISP2 blackhole: tanpa pengaruh.',
    );
    expect(id?.checks.map(({ holds }) => holds)).toEqual(en?.checks.map(({ holds }) => holds));
    expect(id?.data).toEqual(en?.data);
  });

  it('fails an outage that lasts, and a detection that does not come', () => {
    const lasting = conclude(
      'failover',
      everyFault((wan, fault) => faultRun(wan, fault, 5000, 99_000)),
    );
    expect(failing(lasting).filter(what => what.endsWith('time to restore'))).toHaveLength(4);
    const unseen = everyFault((wan, fault) => faultRun(wan, fault, 5000, 5300, { detectedMs: null }));
    expect(failing(conclude('failover', unseen)).every(what => what.endsWith('time to detect'))).toBe(true);
  });

  it('gives RouterOS 6 the time that it takes', () => {
    const silent = (dialect: 'v6' | 'v7') =>
      everyFault((wan, fault) =>
        faultRun(wan, fault, 5000, fault === 'unplug' ? 5300 : 32_000, {
          dialect,
          detectedMs: fault === 'unplug' ? 5002 : 32_000,
        }),
      );
    expect(failing(conclude('failover', silent('v6')))).toEqual([]);
    expect(failing(conclude('failover', silent('v7')))).toHaveLength(4);
  });

  it('tries what the topology names, and what is expected of one ISP besides', () => {
    const faults = { isp2: { 'gateway-dead': 'measured', flap: 'unaffected' } };
    const topology = { ...fixed, faults: ['unplug'] as const, expect: { failover: { shows: 'x', faults } } };
    const experiment = experimentNamed('failover');
    expect(experiment?.faults(topology)).toEqual([]);
    expect(experiment?.parts(topology, 'en').map(({ name, title }) => `${name}: ${title}`)).toEqual([
      'isp1-unplug: ISP1 is unplugged',
      'isp2-unplug: ISP2 is unplugged',
      'isp2-gateway-dead: the gateway of ISP2 falls silent',
      'isp2-flap: the cable of ISP2 goes and comes',
    ]);
  });

  it('a fault that there is not → is said', () => {
    const faults = { isp1: { fire: 'never' } };
    const topology = { ...fixed, expect: { failover: { shows: 'x', faults } } };
    expect(experimentNamed('failover')?.faults(topology)).toMatchObject([
      { path: ['expect', 'failover', 'faults', 'isp1'], message: 'has no key fire' },
    ]);
  });

  it('of the paper expects ISP2 to have no effect and a blackhole of ISP1 never to be detected', () => {
    const runs = everyFault((wan, fault) => {
      if (wan === 'isp2') return faultRun(wan, fault, 0, 0, { probedVia: 'isp1' });
      return faultRun(wan, fault, 5000, fault === 'unplug' ? 5300 : 99_000);
    });
    expect(failing(conclude('failover', runs, paper))).toEqual([]);
    const hung = [{ via: 'isp1', kind: 'echo', state: 'hung', longestGapMs: 9000 } as const];
    const hit = { ...runs, 'isp2-unplug': faultRun('isp2', 'unplug', 0, 0, { sessions: hung }) };
    expect(failing(conclude('failover', hit, paper))).not.toEqual([]);
  });
});

const judged = {
  delayMs: 200,
  jitterMs: 10,
  lossPct: 0,
  tiphon: tiphon({ delayMs: 200, jitterMs: 10, lossPct: 0 }),
};

const quiet = { starvedMs: 5, routeChanges: 0, throughput: [], beganMs: [2000, 12_000] as const };

function row(path: string, connections: number, servers: number, part: number): SpeedRow {
  const limit = { isp1: 512_000, isp2: 256_000 }[path] ?? 768_000;
  const rates = {
    downloadBps: part * limit,
    uploadBps: part * limit,
    downloadLimit: limit,
    uploadLimit: limit,
  };
  return { path, connections, servers, ...rates, loaded: judged, idle: judged, ...quiet };
}

const speedRows = (many: number, single: number) => ({
  'isp1-1': row('isp1', 1, 1, 0.95),
  'isp1-16': row('isp1', 16, 16, 0.95),
  'isp2-1': row('isp2', 1, 1, 0.95),
  'isp2-16': row('isp2', 16, 16, 0.95),
  'balanced-1': row('balanced', 1, 1, 0.637),
  'balanced-16': row('balanced', 16, 16, many),
  'balanced-16-one-server': row('balanced', 16, 1, single),
});

describe('speed', () => {
  it('passes full lines, and has the documented rows', () => {
    const result = conclude('speed', speedRows(0.953, 0.633));
    expect(failing(result)).toEqual([]);
    expect(disagreements(result)).toEqual([]);
    expect((result.data['rows'] as readonly unknown[])[0]).toMatchObject({
      ...{ path: 'isp1', connections: 1, downloadBps: 486_400, uploadBps: 486_400 },
      ...{ pingMs: 200, jitterMs: 10, lossPct: 0, tiphon: 3.33 },
    });
  });

  it('fails half-empty lines, and one server that gets more than PCC can give', () => {
    expect(failing(conclude('speed', speedRows(0.64, 0.633)))).toHaveLength(2);
    expect(failing(conclude('speed', speedRows(0.953, 0.95)))).toHaveLength(2);
  });

  it('of the paper expects two thirds only, and says that this is a defect', () => {
    expect(failing(conclude('speed', speedRows(0.64, 0.633), paper))).toEqual([]);
    expect(conclude('speed', speedRows(0.64, 0.633), paper).verdict).toBe('reproduced');
    expect(conclude('speed', speedRows(0.953, 0.633), paper).verdict).toBe('fail');
    expect(conclude('speed', speedRows(0.953, 0.633)).verdict).toBe('pass');
    expect(failing(conclude('speed', speedRows(0.953, 0.633), paper))).toHaveLength(2);
  });
});

describe('in Indonesian', () => {
  const numbers = (text: string) => text.match(/\d+(\.\d+)?/g) ?? [];
  const cellsOf = ({ tables }: ExperimentResult) =>
    tables.flatMap(({ rows }) => rows.flat().filter(cell => typeof cell !== 'string'));

  it.each([
    ['speed', speedRows(0.953, 0.633)],
    ['failover', everyFault((wan, fault) => faultRun(wan, fault, 5000, 5100))],
  ] as const)('%s: every number is the same, every sentence is another', (name, data) => {
    const [en, id] = [conclude(name, data, fixed, 'en'), conclude(name, data, fixed, 'id')];
    expect(cellsOf(id)).toEqual(cellsOf(en));
    expect(numbers(id.finding)).toEqual(numbers(en.finding));
    expect(id.keys?.map(({ value }) => value)).toEqual(en.keys?.map(({ value }) => value));
    expect(id.checks.map(({ holds }) => holds)).toEqual(en.checks.map(({ holds }) => holds));
    for (const table of en.tables.filter(({ note }) => note !== undefined)) {
      expect(id.tables.map(({ note }) => note)).not.toContain(table.note);
    }
    expect(disagreements(id)).toEqual([]);
  });
});
