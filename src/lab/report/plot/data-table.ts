import type { Figure } from '../../experiments/result.ts';
import { showValue } from '../format.ts';
import type { Bars } from './bars.ts';
import type { Timeline } from './timeline.ts';

/** The numbers behind a figure as rows for people. */
export interface FigureData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Longer tables nobody reads; a timeline is cut into at most this many equal stretches. */
const stretches = 40;

function cell(points: Timeline['series'][number]['points'], from: number, to: number, unit: string): string {
  const inside = points.filter(([at]) => at >= from && at < to);
  const values = inside.flatMap(([, value]) => (value === null ? [] : [value]));
  const lost = inside.length - values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const words = [values.length > 0 && showValue(mean, unit), lost > 0 && `${lost} lost`];
  return words.filter(word => word !== false).join(', ') || '–';
}

function timelineData({ series, marks, unit }: Timeline): FigureData {
  const longest = Math.max(1, ...series.map(({ points }) => points.length));
  const end = Math.max(1, ...series.flatMap(({ points }) => points.map(([at]) => at))) + 1e-6;
  const count = Math.min(stretches, longest);
  const rows = Array.from({ length: count }, (_, index) => {
    const [from, to] = [(index * end) / count, ((index + 1) * end) / count];
    const labels = marks.filter(({ atMs }) => atMs >= from && atMs < to).map(({ label }) => label);
    return [
      `${(from / 1000).toFixed(1)} s`,
      ...series.map(({ points }) => cell(points, from, to, unit)),
      labels.join(', '),
    ];
  });
  return { columns: ['from', ...series.map(({ name }) => name), 'event'], rows };
}

function barsData({ bars, unit }: Bars): FigureData {
  return {
    columns: ['', 'measured', 'expected'],
    rows: bars.map(({ name, value, expected }) => [
      name,
      showValue(value, unit),
      expected === undefined ? '–' : showValue(expected, unit),
    ]),
  };
}

/** The same figure as a table: what a drawing cannot tell to everybody. */
export function figureData(figure: Figure): FigureData {
  return figure.kind === 'timeline' ? timelineData(figure) : barsData(figure);
}
