import type { Language } from '../text/index.ts';
import { type PointView, settleText } from '../walk/index.ts';

/** Points and what settles each, one a line. */
export function pointLines(points: readonly PointView[], language: Language): string[] {
  return points.map(point => settleText(point, language));
}

/** Points as data. */
export function pointsJson(points: readonly PointView[]): Readonly<Record<string, unknown>>[] {
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
export function verdictJson(
  points: readonly PointView[],
  complete = true,
): Readonly<Record<string, unknown>> {
  const certain = complete ? 'holds' : 'not-judged';
  return { verdict: points.length > 0 ? 'depends' : certain, points: pointsJson(points) };
}
