import type { Sample } from '../../traffic/index.ts';
import type { Figure, Point } from '../result.ts';
import { costOf, nameOf } from './cost.ts';
import type { FaultRun } from './data.ts';
import type { FailoverWords } from './say.ts';

const stretchMs = 100;

/** One point for each tenth of a second: the first answer, null where there was none, and how many were lost. */
function inStretches(samples: readonly Sample[]): { readonly sample: Sample; readonly lost: number }[] {
  const stretches = new Map<number, { sample: Sample; lost: number }>();
  for (const sample of samples) {
    const place = Math.floor(sample.atMs / stretchMs);
    const { sample: first = sample, lost = 0 } = stretches.get(place) ?? {};
    const lostNow = lost + (sample.rttMs === null ? 1 : 0);
    stretches.set(place, { sample: first.rttMs === null ? sample : first, lost: lostNow });
  }
  return [...stretches.values()];
}

/** Throughput of the ports, and the pings and new connections, over time. */
export function figures(run: FaultRun, say: FailoverWords): Figure[] {
  const name = nameOf(run);
  const { restoreMs, pingsLost } = costOf(run);
  const since = (atMs: number): number => Math.round(atMs - run.startMs);
  const points = (samples: readonly Sample[]): Point[] =>
    inStretches(samples).map(({ sample, lost }) => [since(sample.atMs), sample.rttMs, lost]);
  const marks = [{ atMs: since(run.faultMs), label: name }];
  if (run.detectedMs !== null) marks.push({ atMs: since(run.detectedMs), label: say.detected });
  return [
    {
      kind: 'timeline',
      title: say.throughput(name),
      quantity: say.rate,
      unit: 'bit/s',
      series: run.throughput,
      marks,
      measure: { name: say.restoredMeasure, unit: 'ms', value: restoreMs },
    },
    {
      kind: 'timeline',
      title: say.probes(name),
      quantity: say.roundTrip,
      unit: 'ms',
      series: [
        { name: say.ping, points: points(run.pings) },
        { name: say.newConnection, points: points(run.connections) },
      ],
      marks,
      measure: { name: say.lostMeasure, value: pingsLost },
    },
  ];
}
