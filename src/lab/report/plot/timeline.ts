import { plainNumber, type Scale, scaleOf } from '../../experiments/cells.ts';
import type { Timeline } from '../../experiments/result.ts';
import { type Html, html } from '../html.ts';
import type { PageWords } from '../say/page.ts';
import { describeTimeline } from './describe.ts';
import { niceTicks, percent, timeTicks } from './scale.ts';
import { linePath, lostSpans } from './series.ts';

/** Pixels of the drawing's height; its width follows the page. */
const height = 200;
const labelRow = 17;

interface Frame {
  readonly endMs: number;
  readonly top: number;
  readonly ticks: readonly number[];
  readonly scale: Scale;
}

function frameOf({ series, marks, unit, limits = [] }: Timeline): Frame {
  const points = series.flatMap(one => one.points);
  const endMs = Math.max(1, ...points.map(([at]) => at), ...marks.map(({ atMs }) => atMs));
  const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
  const greatest = Math.max(1e-9, ...values, ...limits.map(({ value }) => value));
  const ticks = niceTicks(Math.min(0, ...values), greatest, 4);
  return { endMs, ticks, top: ticks.at(-1) ?? 1, scale: scaleOf(unit, ticks) };
}

const y = (value: number, { ticks, top }: Frame): number =>
  Math.round(height * (1 - (value - (ticks[0] ?? 0)) / (top - (ticks[0] ?? 0))) * 100) / 100;

function valueAxis(frame: Frame): Html {
  const line = (value: number): Html => html`
<line class="grid" x1="0" x2="100%" y1="${y(value, frame)}" y2="${y(value, frame)}"/>
<text class="tick" x="-8" y="${y(value, frame)}" dy="0.32em" text-anchor="end">${plainNumber(value / frame.scale.size)}</text>`;
  return html`${frame.ticks.map(line)}`;
}

function timeAxis(frame: Frame, say: PageWords): Html {
  const tick = (ms: number): Html => html`
<line class="axis" x1="${percent(ms, 0, frame.endMs)}%" x2="${percent(ms, 0, frame.endMs)}%" y1="${height}" y2="${height + 5}"/>
<text class="tick" x="${percent(ms, 0, frame.endMs)}%" y="${height + 19}" text-anchor="middle">${ms / 1000}</text>`;
  return html`<line class="axis" x1="0" x2="100%" y1="${height}" y2="${height}"/>${timeTicks(frame.endMs, 8).map(tick)}
<text class="axis-title" x="50%" y="${height + 38}" text-anchor="middle">${say.timeAxis}</text>`;
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

/** The configured limits, drawn across, each named at its end. */
function limitLines({ limits = [] }: Timeline, frame: Frame): Html {
  const line = ({ name, value }: { readonly name: string; readonly value: number }): Html => html`
<line class="limit" x1="0" x2="100%" y1="${y(value, frame)}" y2="${y(value, frame)}"/>
<text class="limit-label" x="100%" y="${y(value, frame) - 4}" text-anchor="end">${name}</text>`;
  return html`${limits.map(line)}`;
}

const labelRows = (figure: Timeline): number =>
  figure.marks.length === 0 ? 0 : isNumbered(figure) ? 1 : figure.marks.length;

/** Room that a drawing needs outside of its frame: labels and axis titles. */
export const timelineRoom = (figure: Timeline) => ({
  above: 32 + labelRows(figure) * labelRow,
  below: 48,
  height,
});

/** What is inside of the drawing: it fills the width that it is given, and the height of `timelineRoom`. */
export function timelineContent(figure: Timeline, say: PageWords): Html {
  const frame = frameOf(figure);
  const { above } = timelineRoom(figure);
  const title = `${figure.quantity} (${frame.scale.name})`;
  return html`${valueAxis(frame)}${timeAxis(frame, say)}${limitLines(figure, frame)}${figure.series.map((one, index) => drawSeries(one, index, frame))}${markLines(figure, frame)}
<text class="axis-title" x="-40" y="${18 - above}">${title}</text>`;
}

/** Lines over time with marked moments; lost samples are shaded. `id` must be unique in the page. */
export function drawTimeline(figure: Timeline, id: string, say: PageWords): Html {
  const { above, below } = timelineRoom(figure);
  return html`<div class="plot" style="padding-top:${above}px;padding-bottom:${below}px">
<svg class="drawing" role="img" aria-labelledby="${id}-title ${id}-text" width="100%" height="${height}">
<title id="${id}-title">${figure.title}</title>
<desc id="${id}-text">${describeTimeline(figure, say)}</desc>
${timelineContent(figure, say)}
</svg>
</div>`;
}
