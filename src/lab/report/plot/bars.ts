import type { Figure } from '../../experiments/result.ts';
import { showValue } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { PageWords } from '../say/page.ts';
import { describeBars } from './describe.ts';
import { niceTicks, percent } from './scale.ts';

export type Bars = Extract<Figure, { kind: 'bars' }>;

const row = 46;

/** So many bars are things to tell apart by colour, as the ISPs are in every plot; more are one kind of thing. */
const coloured = 3;

function topOf({ bars, unit }: Bars): number {
  const most = Math.max(1e-9, ...bars.flatMap(({ value, expected }) => [value, expected ?? 0]));
  return unit === '%' && most <= 100 ? 100 : (niceTicks(0, most, 4).at(-1) ?? 1);
}

function expectedLine(x: number, top: number): Html {
  return html`<line class="expected" x1="${x}%" x2="${x}%" y1="${top + 18}" y2="${top + 42}"/>`;
}

function bar({ bars, unit }: Bars, index: number, top: number, say: PageWords): Html {
  const { name, value, expected } = bars[index] ?? { name: '', value: 0 };
  const colour = bars.length > coloured ? 1 : index + 1;
  const above = index * row;
  const wanted = expected === undefined ? '' : ` (${say.expectedValue(showValue(expected, unit))})`;
  return html`
<text class="bar-name" x="0" y="${above + 14}">${name}</text>
<text class="bar-value" x="100%" y="${above + 14}" text-anchor="end">${showValue(value, unit)}${wanted}</text>
<rect class="rail" x="0" y="${above + 22}" width="100%" height="16" rx="3"/>
<rect class="bar s${colour}" x="0" y="${above + 22}" width="${Math.max(0, percent(value, 0, top))}%" height="16" rx="3"/>
${expected !== undefined && expectedLine(percent(expected, 0, top), above)}`;
}

/** Horizontal bars, each with the line that marks what was expected of it. `id` must be unique in the page. */
export function drawBars(figure: Bars, id: string, say: PageWords): Html {
  const top = topOf(figure);
  return html`<div class="plot plain">
<svg class="drawing" role="img" aria-labelledby="${id}-title ${id}-text" width="100%" height="${figure.bars.length * row}">
<title id="${id}-title">${figure.title}</title>
<desc id="${id}-text">${describeBars(figure, say)}</desc>
${figure.bars.map((_, index) => bar(figure, index, top, say))}
</svg>
</div>`;
}
