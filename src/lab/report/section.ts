import type { Check, ExperimentResult } from '../experiments/result.ts';
import { drawFigure } from './figure.ts';
import { showMs } from './format.ts';
import { type Html, html } from './html.ts';
import { drawTable } from './table.ts';

/** `pass` and `fail` as people read them; never by colour alone. */
export function badge(verdict: 'pass' | 'fail'): Html {
  return html`<span class="badge ${verdict}">${verdict === 'pass' ? '✓ as expected' : '✗ not as expected'}</span>`;
}

function checkRow({ what, expected, measured, holds }: Check): Html {
  const sign = holds ? html`<td class="sign pass">✓ holds</td>` : html`<td class="sign fail">✗ fails</td>`;
  return html`<tr><td>${what}</td><td data-label="expected">${expected}</td><td data-label="measured">${measured}</td>${sign}</tr>
`;
}

function checksTable({ checks, title }: ExperimentResult): Html {
  if (checks.length === 0) return html``;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Checks of ${title}">
<table class="stack">
<caption>What decides</caption>
<thead><tr><th scope="col">statement</th><th scope="col">expected</th><th scope="col">measured</th><th scope="col">verdict</th></tr></thead>
<tbody>
${checks.map(checkRow)}</tbody>
</table></div>`;
}

/** One experiment: verdict, what was expected and found, what decided, and everything that was measured. */
export function experimentSection(result: ExperimentResult): Html {
  const { name, title, verdict, expectation, finding, tables, figures, notes, durationMs } = result;
  return html`<section class="card" id="${name}" aria-labelledby="${name}-heading">
<div class="heading"><h2 id="${name}-heading">${title}</h2>${badge(verdict)}<span class="aside">${name}, ${showMs(durationMs)} of measuring</span></div>
<p class="finding">${finding}</p>
<p class="expectation">Expected: ${expectation}</p>
${checksTable(result)}
${figures.map((figure, index) => drawFigure(figure, `${name}-figure-${index + 1}`))}
${tables.map(drawTable)}
${notes.length > 0 && html`<h3>Notes</h3><ul class="plain-list">${notes.map(note => html`<li>${note}</li>`)}</ul>`}
</section>
`;
}
