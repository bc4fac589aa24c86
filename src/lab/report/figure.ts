import type { Figure } from '../experiments/result.ts';
import { showMs } from './format.ts';
import { type Html, html } from './html.ts';
import { drawBars } from './plot/bars.ts';
import { figureData } from './plot/data-table.ts';
import { drawTimeline, isNumbered, type Timeline } from './plot/timeline.ts';
import type { PageWords } from './say/page.ts';
import { drawBox } from './table.ts';

function legend({ series }: Timeline, say: PageWords): Html {
  const lost = series.some(({ points }) => points.some(([, value]) => value === null));
  const entries = series.map(
    ({ name }, index) => html`<li><span class="swatch s${(index % 6) + 1}"></span>${name}</li>`,
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

/** A figure with its title, its drawing and, folded away, its numbers. `id` must be unique in the page. */
export function drawFigure(figure: Figure, id: string, say: PageWords): Html {
  return html`<figure>
<figcaption>${figure.title}</figcaption>
${drawing(figure, id, say)}
<details><summary>${say.numbers}</summary>${drawBox({ title: figure.title, ...figureData(figure, say) }, say)}</details>
</figure>`;
}
