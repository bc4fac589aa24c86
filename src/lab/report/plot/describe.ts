import type { Figure } from '../../experiments/result.ts';
import { showMs, showValue } from '../format.ts';

type Timeline = Extract<Figure, { kind: 'timeline' }>;
type Bars = Extract<Figure, { kind: 'bars' }>;

function describeSeries({ name, points }: Timeline['series'][number], unit: string): string {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const lost = points.length - values.length;
  if (values.length === 0) return `${name}: all ${lost} samples lost.`;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = `${showValue(least, unit)} to ${showValue(most, unit)}, mean ${showValue(mean, unit)}`;
  return `${name}: ${range}${lost > 0 ? `, ${lost} of ${points.length} samples lost` : ''}.`;
}

/** What a timeline shows, in words: for screen readers, and as the summary of its data. */
export function describeTimeline({ series, marks, unit }: Timeline): string {
  const moments = marks.map(({ atMs, label }) => `${label} at ${showMs(atMs)}.`);
  return [...series.map(one => describeSeries(one, unit)), ...moments].join(' ');
}

/** What a bar chart shows, in words. */
export function describeBars({ bars, unit }: Bars): string {
  return bars
    .map(({ name, value, expected }) => {
      const wanted = expected === undefined ? '' : `, expected ${showValue(expected, unit)}`;
      return `${name}: ${showValue(value, unit)}${wanted}.`;
    })
    .join(' ');
}
