import { medianOf, rangeOf, valuesOf } from '../../experiments/amount.ts';
import { plainNumber, type Scale, scaleOf } from '../../experiments/cells.ts';
import type { Bar, Bars } from '../../experiments/result.ts';
import { type Html, html } from '../html.ts';
import type { PageWords } from '../say/page.ts';
import { barText, describeBars } from './describe.ts';
import { niceTicks, percent } from './scale.ts';

const row = 46;
/** Ticks and title of the axis below the bars. */
const axisHeight = 44;

/** So many bars are things to tell apart by colour, as the ISPs are in every plot; more are one kind of thing. */
const coloured = 3;

const measuredOf = ({ bars }: Bars): readonly number[] =>
  bars.flatMap(({ value }) => valuesOf(value)).filter(value => value !== null);

const statedOf = ({ bars }: Bars): readonly number[] =>
  bars.flatMap(({ expected, limit }) => [expected, limit]).filter(value => value !== undefined);

/** One scale for all that the figure shows. */
export const barScale = (figure: Bars): Scale =>
  scaleOf(figure.unit, [...measuredOf(figure), ...statedOf(figure)]);

function ticksOf(figure: Bars): readonly number[] {
  const greatest = Math.max(1e-9, ...measuredOf(figure), ...statedOf(figure));
  if (figure.unit === '%' && greatest <= 100) return [0, 20, 40, 60, 80, 100];
  return niceTicks(0, greatest, 4);
}

const upright = (className: string, x: number, top: number): Html =>
  html`<line class="${className}" x1="${x}%" x2="${x}%" y1="${top + 18}" y2="${top + 42}"/>`;

/** From the least to the most of several runs. */
function whisker({ value }: Bar, top: number, above: number): Html | false {
  const [least, most] = rangeOf(value);
  if (least === null || most === null || least === most) return false;
  const [from, to] = [percent(least, 0, top), percent(most, 0, top)];
  const y = above + 30;
  return html`<line class="whisker" x1="${from}%" x2="${to}%" y1="${y}" y2="${y}"/>
<line class="whisker" x1="${from}%" x2="${from}%" y1="${y - 5}" y2="${y + 5}"/><line class="whisker" x1="${to}%" x2="${to}%" y1="${y - 5}" y2="${y + 5}"/>`;
}

function drawBar(figure: Bars, bar: Bar, index: number, top: number, say: PageWords): Html {
  const colour = figure.bars.length > coloured ? 1 : index + 1;
  const above = index * row;
  const width = Math.max(0, percent(medianOf(bar.value) ?? 0, 0, top));
  return html`
<text class="bar-name" x="0" y="${above + 14}">${bar.name}</text>
<text class="bar-value" x="100%" y="${above + 14}" text-anchor="end">${barText(bar, figure, say)}</text>
<rect class="rail" x="0" y="${above + 22}" width="100%" height="16" rx="3"/>
<rect class="bar s${colour}" x="0" y="${above + 22}" width="${width}%" height="16" rx="3"/>
${bar.expected !== undefined && upright('expected', percent(bar.expected, 0, top), above)}
${bar.limit !== undefined && upright('limit', percent(bar.limit, 0, top), above)}
${whisker(bar, top, above)}`;
}

function axis(figure: Bars, ticks: readonly number[], top: number): Html {
  const y = figure.bars.length * row;
  const scale = barScale(figure);
  const tick = (value: number, index: number): Html => {
    const anchor = index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle';
    const x = percent(value, 0, top);
    return html`
<line class="axis" x1="${x}%" x2="${x}%" y1="${y}" y2="${y + 5}"/>
<text class="tick" x="${x}%" y="${y + 18}" text-anchor="${anchor}">${plainNumber(value / scale.size)}</text>`;
  };
  return html`<line class="axis" x1="0" x2="100%" y1="${y}" y2="${y}"/>${ticks.map(tick)}
<text class="axis-title" x="50%" y="${y + 36}" text-anchor="middle">${figure.quantity} (${scale.name})</text>`;
}

export const barsHeight = ({ bars }: Bars): number => bars.length * row + axisHeight;

/** What is inside of the drawing: it fills the width that it is given, and `barsHeight`. */
export function barsContent(figure: Bars, say: PageWords): Html {
  const ticks = ticksOf(figure);
  const top = ticks.at(-1) ?? 1;
  return html`${figure.bars.map((bar, index) => drawBar(figure, bar, index, top, say))}${axis(figure, ticks, top)}`;
}

/** Horizontal bars, each with the lines of what was expected of it and of its limit. `id` must be unique in the page. */
export function drawBars(figure: Bars, id: string, say: PageWords): Html {
  return html`<div class="plot plain">
<svg class="drawing" role="img" aria-labelledby="${id}-title ${id}-text" width="100%" height="${barsHeight(figure)}">
<title id="${id}-title">${figure.title}</title>
<desc id="${id}-text">${describeBars(figure, say)}</desc>
${barsContent(figure, say)}
</svg>
</div>`;
}
