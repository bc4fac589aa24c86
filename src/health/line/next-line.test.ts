import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineEffect, LineMachine } from './machine.ts';
import { nextLine } from './next-line.ts';
import { burstLost, hold, lateMs, rise } from './parameters.ts';
import { startLine } from './start-line.ts';
import {
  bernoulli,
  bufferbloat,
  deadFrom,
  exponential,
  gilbertElliott,
  jittery,
  type Path,
  randomOf,
  type Simulation,
  simulate,
  target,
  watchOf,
} from './testing/index.ts';

const hour = 3_600_000;
const every = (ms: number) => (afterMs: number) => afterMs + ms;
const counted = watchOf({ counted: true });
const steady = (): Path => bernoulli(randomOf(1), {});
const statuses = (simulation: Simulation) =>
  simulate(simulation).verdicts.map(({ verdict: { status, cause } }) =>
    cause ? `${status} ${cause}` : status,
  );

/** ms from a fault to the verdict, in a hundred lines that differ; ascending. */
function detection(make: (seed: number, deadMs: number) => Omit<Simulation, 'untilMs'>): number[] {
  const times = Array.from({ length: 100 }, (_, i) => {
    const deadMs = 10_000 + randomOf(i)() * 2000;
    const { verdicts } = simulate({ ...make(i, deadMs), untilMs: deadMs + 5000 });
    const down = verdicts.find(({ atMs, verdict }) => atMs >= deadMs && verdict.status === 'down');
    return (down?.atMs ?? Number.POSITIVE_INFINITY) - deadMs;
  });
  return times.sort((a, b) => a - b);
}

describe('line: what takes a line down', () => {
  it('nobody has ever answered, and the text asks → down', () => {
    expect(statuses({ watch: watchOf(), path: () => undefined, untilMs: 5000 })).toEqual(['down upstream']);
  });

  it('nobody has ever answered, and nobody has to → unknown for ever', () => {
    const watch = watchOf({ targets: [target('a', { stated: false })] });
    expect(statuses({ watch, path: () => undefined, untilMs: 60_000 })).toEqual([]);
  });

  it('an idle line dies → p50 within 1.15 s, p99 within 1.5 s', () => {
    const times = detection((seed, deadMs) => ({
      watch: watchOf(),
      path: deadFrom(bernoulli(randomOf(seed), {}), deadMs),
    }));
    expect(times[50]).toBeLessThan(1150);
    expect(times[99]).toBeLessThan(1500);
  });

  it('a line with traffic dies → p50 within 0.3 s, p99 within 0.55 s', () => {
    const times = detection((seed, deadMs) => ({
      watch: counted,
      path: deadFrom(bernoulli(randomOf(seed), {}), deadMs),
      traffic: afterMs => afterMs + exponential(randomOf(seed + afterMs), 30),
    }));
    expect(times[50]).toBeLessThan(300);
    expect(times[99]).toBeLessThan(550);
  });

  it('only its first answer was slow, and it dies soon → found as soon as another', () => {
    const found = (path: Path): number => {
      const dead = deadFrom(path, 5000);
      const { verdicts } = simulate({
        watch: counted,
        path: dead,
        trafficPath: deadFrom(() => 25, 5000),
        traffic: every(20),
        untilMs: 8000,
      });
      return (
        (verdicts.find(({ verdict }) => verdict.status === 'down')?.atMs ?? Number.POSITIVE_INFINITY) - 5000
      );
    };
    const slowFirst: Path = sentMs => (sentMs < 100 ? 400 : 25);
    expect(found(slowFirst)).toBeLessThan(found(() => 25) + 30);
    expect(found(sentMs => (sentMs % 1000 < 500 ? 300 : 25))).toBeGreaterThan(found(slowFirst) + 200);
  });

  it('its answers take 100 ms, and it dies after two seconds → found in half a second: its round trips are known by then', () => {
    const path = deadFrom(() => 100, 2000);
    const { verdicts } = simulate({ watch: counted, path, traffic: every(20), untilMs: 5000 });
    const down = verdicts.find(({ verdict }) => verdict.status === 'down');
    expect((down?.atMs ?? Number.POSITIVE_INFINITY) - 2000).toBeLessThan(500);
  });

  it('the gateway answers still → upstream; it is silent too → gateway', () => {
    const watch = watchOf({ targets: [target('a'), target('g', { place: 'gateway', stated: false })] });
    const run = (isGatewayDead: boolean): readonly string[] => {
      let machine = startLine(watch, 0);
      const said: string[] = [];
      for (let nowMs = 0; nowMs < 20_000; nowMs += 5) {
        const step = nextLine(machine, { kind: 'wake' }, nowMs);
        machine = step.machine;
        for (const effect of step.effects) {
          if (effect.kind === 'verdict')
            said.push(`${effect.verdict.status} ${effect.verdict.cause ?? ''}`.trim());
          else if (nowMs < 10_000 || (effect.target === 'g' && !isGatewayDead))
            machine = nextLine(machine, { kind: 'reply', seq: effect.seq, rttMs: 0 }, nowMs).machine;
        }
      }
      return said;
    };
    expect(run(false).at(-1)).toBe('down upstream');
    expect(run(true).at(-1)).toBe('down gateway');
  });

  it('two of two have to answer, one is silent → down; one of two → up, the other named', () => {
    const run = (need: number) => {
      let machine = startLine(watchOf({ need }), 0);
      for (let nowMs = 0; nowMs < 60_000; nowMs += 20) {
        const step = nextLine(machine, { kind: 'wake' }, nowMs);
        machine = step.machine;
        for (const effect of step.effects)
          if (effect.kind === 'send' && effect.target === 'a')
            machine = nextLine(machine, { kind: 'reply', seq: effect.seq, rttMs: 1 }, nowMs).machine;
      }
      return machine.verdict;
    };
    expect(run(2)).toMatchObject({ status: 'down', cause: 'upstream' });
    expect(run(1)).toMatchObject({ status: 'up', silent: ['b'] });
  });
});

describe('line: what does not', () => {
  const quiet: Record<string, Omit<Simulation, 'untilMs'>> = {
    '2 % of the packets are lost': { watch: watchOf(), path: bernoulli(randomOf(2), { loss: 0.02 }) },
    '5 % are lost': { watch: watchOf(), path: bernoulli(randomOf(3), { loss: 0.05 }) },
    '5 % are lost, under traffic': {
      watch: counted,
      path: bernoulli(randomOf(4), { loss: 0.05 }),
      traffic: every(100),
    },
    'bursts of loss, 100 ms long': {
      watch: watchOf(),
      path: gilbertElliott(randomOf(5), { goodMs: 60_000, badMs: 100 }),
    },
    'a full line with 3 s of buffer': {
      watch: counted,
      path: bufferbloat(randomOf(6), { bufferMs: 3000 }),
      trafficPath: () => 30,
      traffic: every(47),
    },
    'round trips up to 1.5 s': { watch: watchOf(), path: jittery(randomOf(7), { rttMs: 40, longMs: 1500 }) },
    'users send to a dead server': {
      watch: counted,
      path: steady(),
      trafficPath: () => undefined,
      traffic: every(20),
    },
  };
  it.each(Object.keys(quiet))('line: %s → never down', name => {
    const simulation = quiet[name];
    if (!simulation) throw new Error(name);
    expect(
      statuses({ ...simulation, untilMs: hour / 4 }).filter(status => status.startsWith('down')),
    ).toEqual([]);
  });

  it('its own text asks ten times a second, and the line is full → never down', () => {
    const watch = watchOf({ counted: true, slowMs: 100, patienceMs: 300 });
    const path = bufferbloat(randomOf(8), { bufferMs: 500 });
    const simulation = { watch, path, trafficPath: () => 30, traffic: every(47), untilMs: hour / 6 };
    expect(statuses(simulation).filter(status => status.startsWith('down'))).toEqual([]);
  });
});

describe('line: what it costs', () => {
  const bytes = 72;
  it.each([0, 0.02, 0.05])('an idle line that loses %f → below 15 MB a day', loss => {
    const { probes } = simulate({ watch: watchOf(), path: bernoulli(randomOf(9), { loss }), untilMs: hour });
    expect(probes * bytes * 24).toBeLessThan(15e6);
  });

  it('traffic proves life → fewer probes than on an idle line', () => {
    const busy = simulate({ watch: counted, path: steady(), traffic: every(100), untilMs: hour });
    expect(busy.probes).toBeLessThan(hour / 1500);
  });
});

describe('line: coming back', () => {
  const cut = (from: number, to: number): Path => {
    const path = steady();
    return sentMs => (sentMs >= from && sentMs < to ? undefined : path(sentMs));
  };

  it('it answers again → up after ten answers and at least a second', () => {
    const { verdicts } = simulate({ watch: watchOf(), path: cut(10_000, 20_000), untilMs: 30_000 });
    const [, down, up] = verdicts;
    expect(down?.verdict.status).toBe('down');
    expect(up?.verdict.status).toBe('up');
    expect((up?.atMs ?? 0) - 20_000).toBeGreaterThan((rise - 2) * 100);
    expect((up?.atMs ?? 0) - 20_000).toBeLessThan(2500);
  });

  it('it dies again soon after a long outage → found dead as soon as the first time', () => {
    const found = (deadMs: number, path: Path): number => {
      const { verdicts } = simulate({ watch: counted, path, traffic: every(20), untilMs: deadMs + 3000 });
      const down = verdicts.find(({ atMs, verdict }) => atMs >= deadMs && verdict.status === 'down');
      return (down?.atMs ?? Number.POSITIVE_INFINITY) - deadMs;
    };
    const second = found(23_000, sentMs => (sentMs >= 23_000 ? undefined : cut(10_000, 18_000)(sentMs)));
    expect(second).toBeLessThan(found(10_000, cut(10_000, 18_000)) + 60);
  });

  it('it falls again and again → kept down longer each time, said so meanwhile, a minute at most', () => {
    const flapping: Path = sentMs => (sentMs % 20_000 < 10_000 ? 20 : undefined);
    const { verdicts, machine } = simulate({ watch: watchOf(), path: flapping, untilMs: hour / 4 });
    expect(verdicts.some(({ verdict }) => verdict.held === true)).toBe(true);
    const returns = verdicts.filter(({ verdict: { status } }) => status === 'up');
    expect(returns.length).toBeLessThan(20);
    expect(machine.falls.length).toBeLessThan(hold.windowMs / 20_000);
  });

  it('an answer to a probe sent before the verdict → taken back at once', () => {
    let machine: LineMachine = startLine(watchOf(), 0);
    let first: LineEffect | undefined;
    let nowMs = 0;
    for (; machine.verdict.status !== 'down'; nowMs += 5) {
      const step = nextLine(machine, { kind: 'wake' }, nowMs);
      machine = step.machine;
      first ??= step.effects.find(({ kind }) => kind === 'send');
    }
    if (first?.kind !== 'send') throw new Error('nothing was sent');
    const back = nextLine(machine, { kind: 'reply', seq: first.seq, rttMs: nowMs }, nowMs);
    expect(back.machine.verdict.status).toBe('up');
  });
});

describe('line: always', () => {
  const event = fc.oneof(
    fc.constant({ kind: 'wake' } as const),
    fc.record({
      kind: fc.constant('reply' as const),
      seq: fc.nat(40),
      rttMs: fc.double({ min: 0, max: 4000, noNaN: true }),
    }),
    fc.record({ kind: fc.constant('traffic' as const), arrived: fc.nat(3), left: fc.nat(3) }),
  );
  const story = fc.array(fc.tuple(event, fc.integer({ min: 0, max: 900 })), { maxLength: 200 });

  it('whatever happens → never down without as many lost as it takes, never woken in the past, nothing kept for ever', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (events, isCounted) => {
        let machine = startLine(watchOf({ counted: isCounted }), 0);
        let nowMs = 0;
        for (const [one, waitMs] of events) {
          nowMs += waitMs;
          const step = nextLine(machine, one, nowMs);
          expect(step.wakeMs).toBeGreaterThanOrEqual(nowMs);
          for (const effect of step.effects) {
            if (effect.kind !== 'verdict' || effect.verdict.status !== 'down' || effect.verdict.held)
              continue;
            if (machine.phase.kind !== 'down') expect(effect.evidence.lost).toBeGreaterThanOrEqual(burstLost);
          }
          machine = step.machine;
          // A line forgets when it is woken; this story wakes it late, and sends nothing in between.
          if (one.kind === 'wake')
            expect(machine.pending.every(({ sentMs }) => nowMs - sentMs < lateMs + 900)).toBe(true);
          expect(machine.pending.length).toBeLessThan(500);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a reply to no probe of ours → nothing', () => {
    const machine = startLine(watchOf(), 0);
    expect(nextLine(machine, { kind: 'reply', seq: 99, rttMs: 1 }, 5).machine).toEqual(machine);
  });
});
