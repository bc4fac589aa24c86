import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiments/index.ts';
import type { Topology } from '../topology/topology.ts';
import { conclude, obstructed } from './conclude.ts';
import type { Job } from './job.ts';

const topology = { expect: {} } as Topology;
const experiment: Experiment = {
  name: 'ping',
  title: () => 'Pings',
  repeats: [],
  faults: () => [],
  parts: () => [],
  run: () => Promise.reject(new Error('not here')),
  conclude: outcomes => ({
    name: 'ping',
    title: 'Pings',
    verdict: 'pass',
    judged: true,
    expectation: '',
    finding: outcomes.map(({ part }) => part).join(' '),
    checks: [],
    data: {},
    tables: [],
    figures: [],
    notes: [],
    durationMs: 0,
  }),
};

const job = (name: string): Job => ({
  id: 0,
  bench: { name: 'b', config: '/b.rsc', topology, notRun: [], obstacles: [] },
  experiment,
  part: { name, title: `part ${name}`, seconds: 1 },
  run: { index: 1, of: 1 },
});
const outcome = (part: string) => ({ part, data: 0, durationMs: 1 });

describe('obstructed', () => {
  it('a bench that cannot come up → fails at once, with why and what to do', () => {
    const obstacles = [
      { kind: 'no-server', port: 'ether4', elsewhere: ['ether5'], at: 'office.rsc:6' },
    ] as const;
    const bench = { ...job('a').bench, obstacles };
    const { verdict, finding, checks } = obstructed(experiment, bench, 'en');
    expect({ verdict, finding, checks: checks.map(({ holds }) => holds) }).toEqual({
      verdict: 'fail',
      finding:
        'The clients get no lease: the configuration serves no DHCP on ether4, only on ether5 (office.rsc:6). Add a DHCP server there; if the clients have static addresses, write clients.network and clients.gateway in topology.yaml.',
      checks: [false],
    });
  });
});

describe('conclude', () => {
  it('lets the experiment judge all parts together', () => {
    const results = [
      { job: job('a'), outcome: outcome('a') },
      { job: job('b'), outcome: outcome('b') },
    ];
    expect(conclude(experiment, topology, results, 'en')).toMatchObject({ verdict: 'pass', finding: 'a b' });
  });

  it('fails an experiment of which a part is missing, and says why', () => {
    const results = [
      { job: job('a'), outcome: outcome('a') },
      { job: job('b'), error: 'Error: no lease on ether1\nat line 3' },
    ];
    const found = conclude(experiment, topology, results, 'en');
    expect(found).toMatchObject({
      verdict: 'fail',
      finding: 'Not completed: part b.',
      data: { broken: [{ part: 'b', error: 'Error: no lease on ether1\nat line 3' }] },
    });
    expect(found.checks).toEqual([
      {
        what: 'part b',
        expected: 'a measurement',
        measured: 'could not be measured: no lease on ether1',
        holds: false,
      },
    ]);
  });
});
