import type { Figure } from '../../experiments/result.ts';
import { showMs, showValue } from '../format.ts';
import type { PageWords } from '../say/page.ts';

type Timeline = Extract<Figure, { kind: 'timeline' }>;
type Bars = Extract<Figure, { kind: 'bars' }>;

function describeSeries({ name, points }: Timeline['series'][number], unit: string, say: PageWords): string {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const lost = points.length - values.length;
  if (values.length === 0) return say.allLost(name, lost);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const show = (value: number): string => showValue(value, unit);
  const range = say.range(name, show(Math.min(...values)), show(Math.max(...values)), show(mean));
  return `${range}${lost > 0 ? say.samplesLost(lost, points.length) : ''}.`;
}

/** What a timeline shows, in words: for screen readers, and as the summary of its data. */
export function describeTimeline({ series, marks, unit }: Timeline, say: PageWords): string {
  const moments = marks.map(({ atMs, label }) => say.markAt(label, showMs(atMs)));
  return [...series.map(one => describeSeries(one, unit, say)), ...moments].join(' ');
}

/** What a bar chart shows, in words. */
export function describeBars({ bars, unit }: Bars, say: PageWords): string {
  return bars
    .map(({ name, value, expected }) => {
      const wanted = expected === undefined ? '' : `, ${say.expectedValue(showValue(expected, unit))}`;
      return `${name}: ${showValue(value, unit)}${wanted}.`;
    })
    .join(' ');
}
