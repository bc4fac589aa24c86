import { quantityText } from '../experiments/cells.ts';
import type { ExperimentResult, KeyFigure, Verdict } from '../experiments/result.ts';
import type { Chapter, Contents } from './contents.ts';
import { figureTitle } from './figure.ts';
import { type Html, html } from './html.ts';
import { isUsual, type NumberedFigure, type NumberedTable } from './numbered.ts';
import type { LabReport } from './report.ts';
import type { PageWords } from './say/page.ts';
import { settingWords } from './say/setting.ts';
import { badge } from './section.ts';

/** The experiments of one verdict with a sentence each; nothing where there are none. */
function named(
  title: string,
  verdict: Verdict,
  { experiments }: LabReport,
  sentence: (result: ExperimentResult) => string,
): Html {
  const found = experiments.filter(one => one.verdict === verdict);
  if (found.length === 0) return html``;
  const item = (result: ExperimentResult): Html =>
    html`<li><a href="#${result.name}">${result.name}</a>: ${sentence(result)}</li>`;
  return html`<div class="box-${verdict}"><h3>${title}</h3><ul class="plain-list">${found.map(item)}</ul></div>`;
}

function keyRow(experiment: string, { name, value, unit, none }: KeyFigure): Html {
  return html`<tr><td><a href="#${experiment}">${experiment}</a></td><td>${name}</td><td class="number">${quantityText(value, unit, none)}</td></tr>
`;
}

function keyTable({ experiments }: LabReport, say: PageWords): Html {
  const rows = experiments.flatMap(({ name, keys = [] }) => keys.map(key => keyRow(name, key)));
  if (rows.length === 0) return html``;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${say.mainFigures}">
<table class="keys">
<caption>${say.mainFigures}</caption>
<thead><tr>${say.keyColumns.map(title => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

function verdictTable({ experiments }: LabReport, say: PageWords): Html {
  const row = ({ name, verdict, finding }: ExperimentResult): Html =>
    html`<tr><th scope="row"><a href="#${name}">${name}</a></th><td>${badge(verdict, say)}</td><td>${finding}</td></tr>
`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${say.verdicts}">
<table class="stack">
<thead><tr>${say.overviewColumns.map(title => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${experiments.map(row)}</tbody>
</table></div>`;
}

/** `figures 1–4, tables 2–3`. */
function itemsOf(
  figures: readonly NumberedFigure[],
  tables: readonly NumberedTable[],
  say: PageWords,
): string {
  const range = (numbers: readonly number[], show: (from: number, to: number) => string): string[] => {
    const [from, to] = [numbers[0], numbers.at(-1)];
    return from === undefined || to === undefined ? [] : [show(from, to)];
  };
  return [
    ...range(
      figures.map(({ number }) => number),
      say.figuresOf,
    ),
    ...range(
      tables.map(({ number }) => number),
      say.tablesOf,
    ),
  ].join(', ');
}

const entry = (id: string, title: string, items: string): Html =>
  html`<li><a href="#${id}">${title}</a>${items !== '' && html` <span class="origin">${items}</span>`}</li>`;

function itemList({ chapters, bench, environment }: Contents, say: PageWords): Html {
  const figures = chapters.flatMap(chapter => chapter.figures.filter(isUsual));
  const tables = [...chapters.flatMap(chapter => chapter.tables), ...bench, ...environment];
  return html`<details><summary>${say.allItems}</summary><ul class="plain-list">
${figures.map(one => html`<li><a href="#${one.id}">${figureTitle(one, say)}</a></li>`)}
${tables.map(({ id, number, table }) => html`<li><a href="#${id}">${say.table(number)}: ${table.title}</a></li>`)}
</ul></details>`;
}

function contentsList({ language }: LabReport, contents: Contents, say: PageWords): Html {
  const { chapters, bench, environment } = contents;
  const setting = settingWords[language];
  const chapter = ({ result, figures, tables }: Chapter): Html =>
    entry(result.name, result.title, itemsOf(figures, tables, say));
  return html`<nav aria-labelledby="contents-heading"><h3 id="contents-heading">${say.contents}</h3><ol class="plain-list">
${chapters.map(chapter)}
${entry('bench', setting.bench, itemsOf([], bench, say))}
${entry('environment', setting.environment, itemsOf([], environment, say))}
</ol>${itemList(contents, say)}</nav>`;
}

/** The first screen: what failed, what was reproduced, the main results, every verdict, and where everything stands. */
export function overview(report: LabReport, contents: Contents, say: PageWords): Html {
  const { repeat } = report;
  return html`<section class="card" id="overview" aria-labelledby="overview-heading">
<div class="heading"><h2 id="overview-heading">${say.overview}</h2>${badge(report.verdict, say)}</div>
${named(say.failures, 'fail', report, ({ finding }) => finding)}${named(say.reproduced, 'reproduced', report, ({ expectation }) => expectation)}
<div class="first"><div>${keyTable(report, say)}</div>
${contentsList(report, contents, say)}</div>
${verdictTable(report, say)}
<p class="expectation">${say.overviewNote}</p>
${repeat > 1 && html`<p class="expectation">${say.spreadNote(repeat)}</p>`}
</section>
`;
}
