import type { Bars, Cell, Column, Figure, Point, Table, Timeline } from '../../experiments/result.ts';
import type { PageWords } from '../say/page.ts';
import { lostOf } from './describe.ts';

/** Longer tables are not read; a timeline is cut into at most this many equal stretches. */
const stretches = 40;

const inside = (points: readonly Point[], [from, to]: readonly [number, number]): readonly Point[] =>
  points.filter(([at]) => at >= from && at < to);

/** Mean of the samples of a stretch, and how many were lost where the line loses any. */
function cells(points: readonly Point[], loses: boolean): Cell[] {
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const mean = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  return loses ? [mean, lostOf(points)] : [mean];
}

function timelineData({ title, series, marks, unit }: Timeline, say: PageWords): Table {
  const longest = Math.max(1, ...series.map(({ points }) => points.length));
  const end = Math.max(1, ...series.flatMap(({ points }) => points.map(([at]) => at))) + 1e-6;
  const count = Math.min(stretches, longest);
  const loses = series.map(({ points }) => lostOf(points) > 0);
  const rows = Array.from({ length: count }, (_, index) => {
    const span = [(index * end) / count, ((index + 1) * end) / count] as const;
    const labels = marks.filter(({ atMs }) => atMs >= span[0] && atMs < span[1]).map(({ label }) => label);
    return [
      (span[0] / 1000).toFixed(1),
      ...series.flatMap(({ points }, place) => cells(inside(points, span), loses[place] === true)),
      labels.join(', '),
    ];
  });
  const columns = series.flatMap(({ name }, place): (string | Column)[] => [
    { title: name, unit },
    ...(loses[place] ? [say.lostOf(name)] : []),
  ]);
  return { title, columns: [say.from, ...columns, say.event], rows };
}

function barsData({ title, bars, unit, quantity }: Bars, say: PageWords): Table {
  const [expected, limit] = [
    bars.some(bar => bar.expected !== undefined),
    bars.some(bar => bar.limit !== undefined),
  ];
  return {
    title,
    columns: [
      '',
      { title: quantity, unit },
      ...(expected ? [{ title: say.expected, unit }] : []),
      ...(limit ? [{ title: say.limit, unit }] : []),
    ],
    rows: bars.map(bar => [
      bar.name,
      bar.value,
      ...(expected ? [bar.expected ?? null] : []),
      ...(limit ? [bar.limit ?? null] : []),
    ]),
  };
}

/** The same figure as a table: for readers who cannot see the drawing. */
export const figureData = (figure: Figure, say: PageWords): Table =>
  figure.kind === 'timeline' ? timelineData(figure, say) : barsData(figure, say);
