import type { Figure } from '../../experiments/result.ts';
import { showValue } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { PageWords } from '../say/page.ts';
import { describeTimeline } from './describe.ts';
import { niceTicks, percent, timeTicks } from './scale.ts';
import { linePath, lostSpans } from './series.ts';

export type Timeline = Extract<Figure, { kind: 'timeline' }>;

/** Pixels of the drawing's height; its width follows the page. */
const height = 200;
const labelRow = 17;

interface Frame {
  readonly endMs: number;
  readonly top: number;
  readonly ticks: readonly number[];
}

function frameOf({ series, marks }: Timeline): Frame {
  const points = series.flatMap(one => one.points);
  const endMs = Math.max(1, ...points.map(([at]) => at), ...marks.map(({ atMs }) => atMs));
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const ticks = niceTicks(Math.min(0, ...values), Math.max(1e-9, ...values), 4);
  return { endMs, ticks, top: ticks.at(-1) ?? 1 };
}

const y = (value: number, { ticks, top }: Frame): number =>
  Math.round(height * (1 - (value - (ticks[0] ?? 0)) / (top - (ticks[0] ?? 0))) * 100) / 100;

function valueAxis(frame: Frame, unit: string): Html {
  const line = (value: number): Html => html`
<line class="grid" x1="0" x2="100%" y1="${y(value, frame)}" y2="${y(value, frame)}"/>
<text class="tick" x="-8" y="${y(value, frame)}" dy="0.32em" text-anchor="end">${showValue(value, unit)}</text>`;
  return html`${frame.ticks.map(line)}`;
}

function timeAxis(frame: Frame): Html {
  const tick = (ms: number): Html => html`
<line class="axis" x1="${percent(ms, 0, frame.endMs)}%" x2="${percent(ms, 0, frame.endMs)}%" y1="${height}" y2="${height + 5}"/>
<text class="tick" x="${percent(ms, 0, frame.endMs)}%" y="${height + 19}" text-anchor="middle">${ms / 1000} s</text>`;
  return html`<line class="axis" x1="0" x2="100%" y1="${height}" y2="${height}"/>${timeTicks(frame.endMs, 8).map(tick)}`;
}

/** Marks are numbered where their labels would not find room side by side; then a list below names them. */
export const isNumbered = ({ marks }: Timeline): boolean => marks.length > 4;

function markLines(figure: Timeline, frame: Frame): Html {
  const numbered = isNumbered(figure);
  const mark = ({ atMs, label }: Timeline['marks'][number], index: number): Html => {
    const x = percent(atMs, 0, frame.endMs);
    const row = numbered ? -8 : -8 - labelRow * (figure.marks.length - 1 - index);
    const anchor = numbered ? 'middle' : x > 55 ? 'end' : 'start';
    return html`
<line class="mark" x1="${x}%" x2="${x}%" y1="${row + 4}" y2="${height}"/>
<text class="mark-label" x="${x}%" y="${row}" dx="${anchor === 'start' ? -3 : anchor === 'end' ? 3 : 0}" text-anchor="${anchor}">${numbered ? index + 1 : label}</text>`;
  };
  return html`${figure.marks.map(mark)}`;
}

function drawSeries(one: Timeline['series'][number], index: number, frame: Frame): Html {
  const path = linePath(
    one.points,
    at => percent(at, 0, frame.endMs) * 10,
    value => y(value, frame),
  );
  const lost = lostSpans(one.points).map(([from, to]) => {
    const x = percent(from, 0, frame.endMs);
    const width = Math.max(0.4, percent(to, 0, frame.endMs) - x);
    return html`<rect class="lost" x="${x}%" y="0" width="${Math.min(width, 100 - x)}%" height="${height}"/>`;
  });
  return html`${lost}
<svg viewBox="0 0 1000 ${height}" preserveAspectRatio="none" width="100%" height="${height}"><path class="line s${(index % 6) + 1}" d="${path}" vector-effect="non-scaling-stroke"/></svg>`;
}

/** Lines over time with marked moments; lost samples are shaded. `id` must be unique in the page. */
export function drawTimeline(figure: Timeline, id: string, say: PageWords): Html {
  const frame = frameOf(figure);
  const rows = figure.marks.length === 0 ? 0 : isNumbered(figure) ? 1 : figure.marks.length;
  return html`<div class="plot" style="padding-top:${14 + rows * labelRow}px">
<svg class="drawing" role="img" aria-labelledby="${id}-title ${id}-text" width="100%" height="${height}">
<title id="${id}-title">${figure.title}</title>
<desc id="${id}-text">${describeTimeline(figure, say)}</desc>
${valueAxis(frame, figure.unit)}${timeAxis(frame)}${figure.series.map((one, index) => drawSeries(one, index, frame))}${markLines(figure, frame)}
</svg>
</div>`;
}
