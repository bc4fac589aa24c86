import type { Point } from '../../client/types.ts';
import type { State } from '../../ui/state.ts';

/** A stretch of one state; parts of the whole strip, 0 to 1. */
export interface Stretch {
  readonly state: State;
  readonly from: number;
  readonly to: number;
}

/** All the time it was up is up, some of it is degraded, none is down. */
const stateOf = ({ min, avg }: Pick<Point, 'min' | 'avg'>): State =>
  min >= 1 || avg >= 1 ? 'up' : avg <= 0 ? 'down' : 'degraded';

/** What was measured as stretches, with those of no measurement between them. */
export function stretchesOf(
  points: readonly Point[],
  since: number,
  until: number,
  stepMs: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const part = (time: number): number => Math.max(0, Math.min(1, (time - since) / (until - since)));
  const add = (state: State, from: number, to: number): void => {
    const last = stretches.at(-1);
    if (to <= from) return;
    if (last?.state === state) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ state, from, to });
  };
  let at = 0;
  for (const point of points) {
    const from = part(Date.parse(point.time));
    const to = part(Date.parse(point.time) + stepMs);
    // Half a step of nothing is how clocks differ, not a gap.
    if (from - at > part(since + stepMs / 2)) add('unknown', at, from);
    else if (at < from && stretches.length > 0) add(stretches.at(-1)?.state ?? 'unknown', at, from);
    add(stateOf(point), Math.max(at, from), to);
    at = Math.max(at, to);
  }
  if (1 - at > part(since + stepMs * 1.5)) add('unknown', at, 1);
  return stretches;
}

/** The part of what was measured that it was up; undefined where nothing was. */
export function availability(points: readonly Point[]): number | undefined {
  const measured = points.reduce((sum, { n }) => sum + n, 0);
  if (measured === 0) return undefined;
  return points.reduce((sum, { avg, n }) => sum + avg * n, 0) / measured;
}
