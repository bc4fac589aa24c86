import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../sys/index.ts';
import type { Experiment } from '../experiments/index.ts';
import type { Runner, RunnerListener } from '../runner/process.ts';
import type { Topology } from '../topology/topology.ts';
import { type Bench, jobsOf, planEnd } from './job.ts';
import type { RunnerMessage, RunnerOrder } from './messages.ts';
import { type LaneEvent, runJobs } from './run-jobs.ts';

type Reply = (
  order: RunnerOrder,
  tell: (message: RunnerMessage) => void,
  die: (code: number) => void,
) => void;

/** A runner without a process: answers as `reply` says. Counts how many were started. */
function fakeRunners(reply: Reply) {
  const orders: string[] = [];
  let started = 0;
  const start = ({ onMessage }: RunnerListener): Runner => {
    started += 1;
    let die = (_: number): void => {};
    const ended = new Promise<number>(resolve => {
      die = resolve;
    });
    return {
      ended,
      ask(message) {
        const order = message as RunnerOrder;
        orders.push(order.type === 'part' ? `${order.experiment}/${order.part}` : order.type);
        queueMicrotask(() => reply(order, onMessage, die));
      },
      stop() {
        die(0);
        return ended;
      },
    };
  };
  return { start, orders, started: () => started };
}

const topology = {} as Topology;
const bench: Bench = { name: 'bench', config: '/x.rsc', topology };

function experiment(name: string, seconds: Readonly<Record<string, number>>): Experiment {
  const parts = Object.entries(seconds).map(([part, s]) => ({ name: part, title: part, seconds: s }));
  return {
    name: name as Experiment['name'],
    title: name,
    repeats: [],
    faults: () => [],
    parts: () => parts,
    run: () => Promise.reject(new Error('runs in the runner')),
    conclude: () => {
      throw new Error('not here');
    },
  };
}

const jobs = jobsOf([bench], [experiment('ping', { a: 5, b: 20 }), experiment('speed', { c: 10 })]);
const outcome = (order: RunnerOrder): RunnerMessage => ({
  type: 'outcome',
  outcome: { part: order.type === 'part' ? order.part : '', data: 1, durationMs: 3 },
});

describe('runJobs', () => {
  it('starts the longest first and returns results in the order of the jobs', async () => {
    const runners = fakeRunners((order, tell) => tell(outcome(order)));
    const events: LaneEvent[] = [];
    const results = await runJobs(jobs, { lanes: 1, start: runners.start, onEvent: one => events.push(one) });
    expect(runners.orders).toEqual(['ping/b', 'speed/c', 'ping/a']);
    expect(results.map(({ job }) => job.part.name)).toEqual(['a', 'b', 'c']);
    expect(events.map(({ type }) => type)).toEqual(Array(3).fill(['started', 'ended']).flat());
    expect(runners.started()).toBe(1);
  });

  it('goes on in a new runner when one dies, and says what the dead one left', async () => {
    const runners = fakeRunners((order, tell, die) =>
      order.type === 'part' && order.part === 'b' ? die(137) : tell(outcome(order)),
    );
    const results = await runJobs(jobs, { lanes: 1, start: runners.start, onEvent: () => {} });
    expect(results.map(({ error }) => error)).toEqual([
      undefined,
      'its process ended with code 137',
      undefined,
    ]);
    expect(runners.started()).toBe(2);
  });

  it('keeps one failure to its own job', async () => {
    const runners = fakeRunners((order, tell) =>
      order.type === 'part' && order.part === 'c'
        ? tell({ type: 'failed', failure: { message: 'no lease' } })
        : tell(outcome(order)),
    );
    const results = await runJobs(jobs, { lanes: 2, start: runners.start, onEvent: () => {} });
    expect(results.map(({ error }) => error)).toEqual([undefined, undefined, 'no lease']);
    expect(runners.started()).toBe(2);
  });

  it('stops everything where the machine is to blame', async () => {
    const environment = { code: 'MISSING_TOOL', next: 'Install it' } as const;
    const runners = fakeRunners((_, tell) =>
      tell({ type: 'failed', failure: { message: 'dnsmasq is not installed.', environment } }),
    );
    const error = await runJobs(jobs, { lanes: 1, start: runners.start, onEvent: () => {} }).catch(e => e);
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(error).toMatchObject({ code: 'MISSING_TOOL', next: 'Install it' });
    expect(runners.orders).toEqual(['ping/b']);
  });

  it('stops when asked to', async () => {
    const stop = new AbortController();
    const runners = fakeRunners(() => stop.abort(new Error('Ctrl-C')));
    const run = runJobs(jobs, { lanes: 2, start: runners.start, onEvent: () => {}, signal: stop.signal });
    await expect(run).rejects.toThrow('Ctrl-C');
    expect(runners.orders).toEqual(['ping/b', 'speed/c']);
  });
});

describe('planEnd', () => {
  it('fills free lanes first', () => {
    expect(planEnd([10, 4], [5, 5], 2)).toBe(14);
    expect(planEnd([10], [3], 2)).toBe(10);
    expect(planEnd([], [], 3)).toBe(0);
  });
});
