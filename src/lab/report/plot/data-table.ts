import type { Figure } from '../../experiments/result.ts';
import { showValue } from '../format.ts';
import type { PageWords } from '../say/page.ts';
import type { Bars } from './bars.ts';
import type { Timeline } from './timeline.ts';

/** The numbers behind a figure as rows for people. */
export interface FigureData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Longer tables are not read; a timeline is cut into at most this many equal stretches. */
const stretches = 40;

type Points = Timeline['series'][number]['points'];

/** Mean and losses of the samples from one moment to another. */
function cell(points: Points, [from, to]: readonly [number, number], unit: string, say: PageWords): string {
  const inside = points.filter(([at]) => at >= from && at < to);
  const values = inside.flatMap(([, value]) => (value === null ? [] : [value]));
  const lost = inside.length - values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const words = [values.length > 0 && showValue(mean, unit), lost > 0 && say.lostCount(lost)];
  return words.filter(word => word !== false).join(', ') || '–';
}

function timelineData({ series, marks, unit }: Timeline, say: PageWords): FigureData {
  const longest = Math.max(1, ...series.map(({ points }) => points.length));
  const end = Math.max(1, ...series.flatMap(({ points }) => points.map(([at]) => at))) + 1e-6;
  const count = Math.min(stretches, longest);
  const rows = Array.from({ length: count }, (_, index) => {
    const span = [(index * end) / count, ((index + 1) * end) / count] as const;
    const [from, to] = span;
    const labels = marks.filter(({ atMs }) => atMs >= from && atMs < to).map(({ label }) => label);
    return [
      `${(from / 1000).toFixed(1)} s`,
      ...series.map(({ points }) => cell(points, span, unit, say)),
      labels.join(', '),
    ];
  });
  return { columns: [say.from, ...series.map(({ name }) => name), say.event], rows };
}

function barsData({ bars, unit }: Bars, say: PageWords): FigureData {
  return {
    columns: ['', say.measured, say.expected],
    rows: bars.map(({ name, value, expected }) => [
      name,
      showValue(value, unit),
      expected === undefined ? '–' : showValue(expected, unit),
    ]),
  };
}

/** The same figure as a table: for readers who cannot see the drawing. */
export function figureData(figure: Figure, say: PageWords): FigureData {
  return figure.kind === 'timeline' ? timelineData(figure, say) : barsData(figure, say);
}
