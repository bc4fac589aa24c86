import type { LabResult } from '../../client/types.ts';

type Timeline = Extract<LabResult['figures'][number], { kind: 'timeline' }>;
type Points = Timeline['series'][number]['points'];

/** Lines of an experiment on one axis: undefined where a line has no sample at that time, null where nothing came back. */
export function onOneAxis(series: readonly { readonly points: Points }[]) {
  const byTime = series.map(({ points }) => new Map(points.map(([at, value]) => [at ?? 0, value ?? null])));
  const times = [...new Set(byTime.flatMap(points => [...points.keys()]))].sort((a, b) => a - b);
  return { times, values: byTime.map(points => times.map(time => points.get(time))) };
}

/** From when to when nothing came back. */
export function lostSpans(points: Points): readonly (readonly [from: number, to: number])[] {
  const spans: [number, number][] = [];
  let isLost = false;
  for (const [at, value] of points) {
    const last = spans.at(-1);
    if (value === null && !isLost) spans.push([at ?? 0, at ?? 0]);
    else if (isLost && last) last[1] = at ?? last[1];
    isLost = value === null;
  }
  return spans;
}
