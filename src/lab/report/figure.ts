import { quantityText } from '../experiments/cells.ts';
import type { Figure, Timeline } from '../experiments/result.ts';
import { showMs } from './format.ts';
import { type Html, html } from './html.ts';
import type { NumberedFigure } from './numbered.ts';
import { drawBars } from './plot/bars.ts';
import { figureData } from './plot/data-table.ts';
import { lostOf } from './plot/describe.ts';
import { drawTimeline, isNumbered } from './plot/timeline.ts';
import type { PageWords } from './say/page.ts';
import { drawBox } from './table.ts';

/** `ping, 42 lost`. */
export function seriesName({ name, points }: Timeline['series'][number], say: PageWords): string {
  const lost = lostOf(points);
  return lost > 0 ? `${name}, ${say.lostCount(lost)}` : name;
}

function legend({ series }: Timeline, say: PageWords): Html {
  const lost = series.some(({ points }) => points.some(([, value]) => value === null));
  const entries = series.map(
    (one, index) => html`<li><span class="swatch s${(index % 6) + 1}"></span>${seriesName(one, say)}</li>`,
  );
  return html`<ul class="legend">${entries}${lost && html`<li><span class="swatch lost"></span>${say.lost}</li>`}</ul>`;
}

function moments(figure: Timeline): Html {
  if (!isNumbered(figure)) return html``;
  return html`<ol class="moments">${figure.marks.map(({ atMs, label }) => html`<li>${showMs(atMs)}: ${label}</li>`)}</ol>`;
}

function drawing(figure: Figure, id: string, say: PageWords): Html {
  if (figure.kind === 'bars') return drawBars(figure, id, say);
  return html`${legend(figure, say)}${drawTimeline(figure, id, say)}${moments(figure)}`;
}

/** `run 2 of 3 (restored after 14.6 s, the median)`; empty where there was one run. */
export function runText(figure: Figure, say: PageWords): string {
  if (figure.kind === 'bars' || !figure.run) return '';
  const { measure, run } = figure;
  const value = quantityText(measure.value, measure.unit, say.never);
  return say.run(run.index, run.of, `${measure.name} ${value}`, run.usual);
}

/** `Figure 4: Throughput`. */
export const figureTitle = ({ number, figure }: NumberedFigure, say: PageWords): string =>
  `${say.figure(number)}: ${figure.title}`;

/** A figure with its title, its drawing and, folded away, its numbers. */
export function drawFigure(numbered: NumberedFigure, say: PageWords): Html {
  const { figure, id } = numbered;
  const run = runText(figure, say);
  return html`<figure id="${id}">
<figcaption>${figureTitle(numbered, say)}${run && html` <span class="origin">${run}</span>`}</figcaption>
${drawing(figure, id, say)}
<details><summary>${say.numbers}</summary>${drawBox(figureData(figure, say), say)}</details>
</figure>`;
}
