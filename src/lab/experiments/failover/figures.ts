import type { Sample } from '../../traffic/index.ts';
import type { Figure } from '../result.ts';
import { nameOf } from './cost.ts';
import type { FaultRun } from './data.ts';
import type { FailoverWords } from './say.ts';

/** One point for each tenth of a second: the first answer, or none where all were lost. */
function thinned(samples: readonly Sample[]): Sample[] {
  const places = new Map<number, Sample>();
  for (const sample of samples) {
    const place = Math.floor(sample.atMs / 100);
    if ((places.get(place)?.rttMs ?? null) === null) places.set(place, sample);
  }
  return [...places.values()];
}

/** Throughput of the ports, and the pings and new connections, over time. */
export function figures(run: FaultRun, say: FailoverWords): Figure[] {
  const name = nameOf(run);
  const since = (atMs: number): number => Math.round(atMs - run.startMs);
  const points = (samples: readonly Sample[]) =>
    samples.map(({ atMs, rttMs }) => [since(atMs), rttMs] as const);
  const marks = [{ atMs: since(run.faultMs), label: name }];
  if (run.detectedMs !== null) marks.push({ atMs: since(run.detectedMs), label: say.detected });
  const series = [
    { name: say.ping, points: points(thinned(run.pings)) },
    { name: say.newConnection, points: points(run.connections) },
  ];
  return [
    { kind: 'timeline', title: say.throughput(name), unit: 'bit/s', series: run.throughput, marks },
    { kind: 'timeline', title: say.probes(name), unit: 'ms', series, marks },
  ];
}
