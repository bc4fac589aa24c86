import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../sys/index.ts';
import type { Experiment } from '../experiments/index.ts';
import type { Runner, RunnerListener } from '../runner/process.ts';
import type { Topology } from '../topology/topology.ts';
import { type Bench, jobsOf, planEnd } from './job.ts';
import type { RunnerMessage, RunnerRequest } from './messages.ts';
import { runJobs, type WorkerEvent } from './run-jobs.ts';

type Reply = (
  request: RunnerRequest,
  send: (message: RunnerMessage) => void,
  die: (code: number) => void,
) => void;

/** A runner without a process: answers as `reply` says. Counts how many were started. */
function fakeRunners(reply: Reply) {
  const requests: string[] = [];
  let started = 0;
  const start = ({ onMessage }: RunnerListener): Runner => {
    started += 1;
    let die = (_: number): void => {};
    const ended = new Promise<number>(resolve => {
      die = resolve;
    });
    return {
      ended,
      send(message) {
        const request = message as RunnerRequest;
        requests.push(request.type === 'part' ? `${request.experiment}/${request.part}` : request.type);
        queueMicrotask(() => reply(request, onMessage, die));
      },
      stop() {
        die(0);
        return ended;
      },
    };
  };
  return { start, requests, started: () => started };
}

const topology = { assume: {} } as Topology;
const bench: Bench = { name: 'bench', config: '/x.rsc', topology, notRun: [], obstacles: [] };

function experiment(name: string, seconds: Readonly<Record<string, number>>): Experiment {
  const parts = Object.entries(seconds).map(([part, s]) => ({ name: part, title: part, seconds: s }));
  return {
    name: name as Experiment['name'],
    title: () => name,
    repeats: [],
    faults: () => [],
    parts: () => parts,
    run: () => Promise.reject(new Error('runs in the runner')),
    conclude: () => {
      throw new Error('not here');
    },
  };
}

const jobs = jobsOf([bench], [experiment('ping', { a: 5, b: 20 }), experiment('speed', { c: 10 })], 1, 'en');
const outcome = (request: RunnerRequest): RunnerMessage => ({
  type: 'outcome',
  outcome: { part: request.type === 'part' ? request.part : '', data: 1, durationMs: 3 },
});

describe('runJobs', () => {
  it('starts the longest first and returns results in the order of the jobs', async () => {
    const runners = fakeRunners((request, send) => send(outcome(request)));
    const events: WorkerEvent[] = [];
    const results = await runJobs(jobs, {
      parallel: 1,
      language: 'en',
      start: runners.start,
      onEvent: one => events.push(one),
    });
    expect(runners.requests).toEqual(['ping/b', 'speed/c', 'ping/a']);
    expect(results.map(({ job }) => job.part.name)).toEqual(['a', 'b', 'c']);
    expect(events.map(({ type }) => type)).toEqual(Array(3).fill(['started', 'ended']).flat());
    expect(runners.started()).toBe(1);
  });

  it('goes on in a new runner when one dies, and says what the dead one left', async () => {
    const runners = fakeRunners((request, send, die) =>
      request.type === 'part' && request.part === 'b' ? die(137) : send(outcome(request)),
    );
    const results = await runJobs(jobs, {
      parallel: 1,
      language: 'en',
      start: runners.start,
      onEvent: () => {},
    });
    expect(results.map(({ error }) => error)).toEqual([
      undefined,
      'its process ended with code 137',
      undefined,
    ]);
    expect(runners.started()).toBe(2);
  });

  it('keeps one failure to its own job', async () => {
    const runners = fakeRunners((request, send) =>
      request.type === 'part' && request.part === 'c'
        ? send({ type: 'failed', failure: { message: 'no lease' } })
        : send(outcome(request)),
    );
    const results = await runJobs(jobs, {
      parallel: 2,
      language: 'en',
      start: runners.start,
      onEvent: () => {},
    });
    expect(results.map(({ error }) => error)).toEqual([undefined, undefined, 'no lease']);
    expect(runners.started()).toBe(2);
  });

  it('stops everything where the machine is to blame', async () => {
    const environment = { code: 'MISSING_TOOL', next: 'Install it' } as const;
    const runners = fakeRunners((_, send) =>
      send({ type: 'failed', failure: { message: 'dnsmasq is not installed.', environment } }),
    );
    const error = await runJobs(jobs, {
      parallel: 1,
      language: 'en',
      start: runners.start,
      onEvent: () => {},
    }).catch(e => e);
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(error).toMatchObject({ code: 'MISSING_TOOL', next: 'Install it' });
    expect(runners.requests).toEqual(['ping/b']);
  });

  it('stops when asked to', async () => {
    const stop = new AbortController();
    const runners = fakeRunners(() => stop.abort(new Error('Ctrl-C')));
    const run = runJobs(jobs, {
      parallel: 2,
      language: 'en',
      start: runners.start,
      onEvent: () => {},
      signal: stop.signal,
    });
    await expect(run).rejects.toThrow('Ctrl-C');
    expect(runners.requests).toEqual(['ping/b', 'speed/c']);
  });
});

describe('planEnd', () => {
  it('fills free workers first', () => {
    expect(planEnd([10, 4], [5, 5], 2)).toBe(14);
    expect(planEnd([10], [3], 2)).toBe(10);
    expect(planEnd([], [], 3)).toBe(0);
  });

  it('a lab that does not come up → its other parts do not wait for the same', async () => {
    const { start, requests } = fakeRunners((_, send) =>
      send({ type: 'failed', failure: { message: 'no lease on ether1', notUp: true } }),
    );
    const results = await runJobs(jobs, { parallel: 1, language: 'en', start, onEvent: () => {} });
    expect(results.map(({ error }) => error)).toEqual(Array(3).fill('no lease on ether1'));
    expect(requests).toEqual(['ping/b']);
  });
});
