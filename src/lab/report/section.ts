import type { Check, ExperimentResult, Verdict } from '../experiments/result.ts';
import { drawFigure } from './figure.ts';
import { showMs } from './format.ts';
import { type Html, html } from './html.ts';
import type { PageWords } from './say/page.ts';
import { drawTable } from './table.ts';

/** A verdict as people read it; never by colour alone. */
export function badge(verdict: Verdict, say: PageWords): Html {
  return html`<span class="badge ${verdict}">${say.verdict[verdict]}</span>`;
}

function checkRow({ what, expected, measured, holds }: Check, say: PageWords): Html {
  const sign = html`<td class="sign ${holds ? 'pass' : 'fail'}">${holds ? say.holds : say.fails}</td>`;
  return html`<tr><td>${what}</td><td data-label="${say.expected}">${expected}</td><td data-label="${say.measured}">${measured}</td>${sign}</tr>
`;
}

function checksTable({ checks, title }: ExperimentResult, say: PageWords): Html {
  if (checks.length === 0) return html``;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${say.checksOf(title)}">
<table class="stack">
<caption>${say.checks}</caption>
<thead><tr>${say.checkColumns.map(column => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${checks.map(check => checkRow(check, say))}</tbody>
</table></div>`;
}

function noteList(notes: readonly string[], say: PageWords): Html {
  if (notes.length === 0) return html``;
  return html`<h3>${say.notes}</h3><ul class="plain-list">${notes.map(note => html`<li>${note}</li>`)}</ul>`;
}

/** One experiment: verdict, what was expected and found, what decided, and everything that was measured. */
export function experimentSection(result: ExperimentResult, say: PageWords): Html {
  const { name, title, verdict, judged, expectation, finding, tables, figures, notes, durationMs } = result;
  return html`<section class="card" id="${name}" aria-labelledby="${name}-heading">
<div class="heading"><h2 id="${name}-heading">${title}</h2>${badge(verdict, say)}<span class="aside">${say.measuring(name, showMs(durationMs))}</span></div>
<p class="finding">${finding}</p>
<p class="expectation">${judged ? say.expectation(expectation) : expectation}</p>
${checksTable(result, say)}
${figures.map((figure, index) => drawFigure(figure, `${name}-figure-${index + 1}`, say))}
${tables.map(table => drawTable(table, say))}
${noteList(notes, say)}
</section>
`;
}
