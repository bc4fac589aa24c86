import type { Check, ExperimentResult, Verdict } from '../experiments/result.ts';
import type { Chapter } from './contents.ts';
import { drawFigure } from './figure.ts';
import { showMs } from './format.ts';
import { type Html, html } from './html.ts';
import { isUsual, type NumberedFigure } from './numbered.ts';
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

/** More checks that all hold are folded away: what was found stands above, and in the tables below. */
const foldedFrom = 6;

function checksTable(result: ExperimentResult, say: PageWords): Html {
  const { checks } = result;
  if (checks.length === 0) return html``;
  const drawn = openChecks(result, say);
  const isOpen = checks.length <= foldedFrom || checks.some(({ holds }) => !holds);
  return isOpen ? drawn : html`<details><summary>${say.allHold(checks.length)}</summary>${drawn}</details>`;
}

function openChecks({ checks, title }: ExperimentResult, say: PageWords): Html {
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

const headOf = ({ result: { name, title, verdict, durationMs } }: Chapter, say: PageWords): Html =>
  html`<div class="heading"><h2 id="${name}-heading">${title}</h2>${badge(verdict, say)}<span class="aside">${say.measuring(name, showMs(durationMs))}</span></div>`;

/** A figure, and folded below it the other runs that it stands for. */
function figureGroup(numbered: NumberedFigure, all: readonly NumberedFigure[], say: PageWords): Html {
  const others = all.filter(other => !isUsual(other) && other.number === numbered.number);
  const folded = html`<details class="runs"><summary>${say.otherRuns(say.figure(numbered.number))}</summary>${others.map(other => drawFigure(other, say))}</details>`;
  return html`${drawFigure(numbered, say)}${others.length > 0 && folded}`;
}

/** One experiment: verdict, what was expected and found, what decided, and everything that was measured. */
export function experimentSection(chapter: Chapter, say: PageWords): Html {
  const { result, figures, tables } = chapter;
  const { name, judged, expectation, finding, notes } = result;
  const groups = figures.filter(isUsual);
  return html`<section class="card" id="${name}" aria-labelledby="${name}-heading">
${headOf(chapter, say)}
<p class="finding">${finding}</p>
<p class="expectation">${judged ? say.expectation(expectation) : expectation}</p>
${checksTable(result, say)}
${groups.map(figure => figureGroup(figure, figures, say))}
${tables.map(table => drawTable(table, say))}
${noteList(notes, say)}
</section>
`;
}
