import type { Language } from '../text/index.ts';
import { type PointView, settleText } from '../walk/index.ts';

/** Points and what settles each, one a line. */
export function pointLines(points: readonly PointView[], language: Language): string[] {
  return points.map(point => settleText(point, language));
}

/** Points as data. */
export function pointsJson(points: readonly PointView[]) {
  return points.map(({ id, kind, file, line, what, settle }) => ({
    id,
    kind,
    file,
    line,
    what,
    settle: settle.join(' or '),
  }));
}

/** How far an answer that judges nothing can be relied on, as data. */
export function verdictJson(points: readonly PointView[], complete = true) {
  const certain = complete ? ('holds' as const) : ('not-judged' as const);
  return { verdict: points.length > 0 ? ('depends' as const) : certain, points: pointsJson(points) };
}
