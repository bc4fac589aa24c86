import { quantityText } from '../../experiments/cells.ts';
import type { Bar, Bars, Point, Timeline, Unit } from '../../experiments/result.ts';
import { showMs } from '../format.ts';
import type { PageWords } from '../say/page.ts';

/** Samples that a point stands for and that were lost. */
export const lostIn = ([, value, lost]: Point): number => lost ?? (value === null ? 1 : 0);

/** Lost samples of a line. */
export const lostOf = (points: readonly Point[]): number =>
  points.reduce((sum, point) => sum + lostIn(point), 0);

function describeSeries({ name, points }: Timeline['series'][number], unit: Unit, say: PageWords): string {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const lost = lostOf(points);
  if (values.length === 0) return say.allLost(name, lost);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const show = (value: number): string => quantityText(Math.round(value * 100) / 100, unit);
  const range = say.range(name, show(Math.min(...values)), show(Math.max(...values)), show(mean));
  return `${range}${lost > 0 ? say.samplesLost(lost) : ''}.`;
}

/** What a timeline shows, in words: for screen readers, and as the summary of its data. */
export function describeTimeline({ series, marks, unit }: Timeline, say: PageWords): string {
  const moments = marks.map(({ atMs, label }) => say.markAt(label, showMs(atMs)));
  return [...series.map(one => describeSeries(one, unit, say)), ...moments].join(' ');
}

/** `66.3 % (65.9–67.0), expected 66.7 %`. */
export function barText({ value, expected, limit }: Bar, { unit }: Bars, say: PageWords): string {
  return [
    quantityText(value, unit),
    ...(expected === undefined ? [] : [say.expectedValue(quantityText(expected, unit))]),
    ...(limit === undefined ? [] : [say.limitValue(quantityText(limit, unit))]),
  ].join(', ');
}

/** What a bar chart shows, in words. */
export const describeBars = (figure: Bars, say: PageWords): string =>
  figure.bars.map(bar => `${bar.name}: ${barText(bar, figure, say)}.`).join(' ');
