import type { Point } from '../../experiments/result.ts';

/** More points than this cannot be seen on a page; neighbours are then merged to their mean. */
const enough = 1200;

function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= enough) return points;
  const size = Math.ceil(points.length / enough);
  return Array.from({ length: Math.ceil(points.length / size) }, (_, index) => {
    const group = points.slice(index * size, (index + 1) * size);
    const values = group.flatMap(([, value]) => (value === null ? [] : [value]));
    const mean = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
    return [group[0]?.[0] ?? 0, mean] as const;
  });
}

/** SVG path through the points; a lost sample breaks the line, a lone one between two gaps becomes a dot. */
export function linePath(
  points: readonly Point[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let open = false;
  for (const [at, value] of thinned(points)) {
    if (value === null) open = false;
    else {
      const place = `${round(x(at))} ${round(y(value))}`;
      path += open ? `L${place}` : `M${place}h0`;
      open = true;
    }
  }
  return path;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Stretches of lost samples: from the first lost one to the next that came, in ms. */
export function lostSpans(points: readonly Point[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  points.forEach(([at, value], index) => {
    if (value !== null) return;
    const until = points[index + 1]?.[0] ?? at;
    const last = spans.at(-1);
    if (last && last[1] === at) last[1] = until;
    else spans.push([at, until]);
  });
  return spans;
}
