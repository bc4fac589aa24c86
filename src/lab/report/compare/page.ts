import type { Language } from '../../../text/index.ts';
import { environmentSection } from '../environment-section.ts';
import { drawFigure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { printPage } from '../page.ts';
import { showMoment } from '../render.ts';
import { type LabReport, shortName } from '../report.ts';
import { type ComparisonWords, comparisonWords } from '../say/comparison.ts';
import { type PageWords, pageWords } from '../say/page.ts';
import { settingWords } from '../say/setting.ts';
import { badge } from '../section.ts';
import { drawTable } from '../table.ts';
import { compare } from './compare.ts';
import { type ComparisonContents, type ComparisonSection, comparisonContents } from './sections.ts';

/** A report and the file name of its own page, relative to the comparison. */
export interface LinkedReport {
  readonly report: LabReport;
  readonly href: string;
}

interface Words {
  readonly say: ComparisonWords;
  readonly page: PageWords;
}

function card(id: string, title: string, content: Html): Html {
  return html`<section class="card" id="${id}" aria-labelledby="${id}-heading">
<div class="heading"><h2 id="${id}-heading">${title}</h2></div>
${content}
</section>
`;
}

function links(reports: readonly LinkedReport[], { say, page }: Words): Html {
  const entry = ({ report, href }: LinkedReport): Html =>
    html`<li><a href="${href}">${say.wholeReport(shortName(report))}</a> ${badge(report.verdict, page)}<br>${report.headline}</li>`;
  return html`<ul class="plain-list">${reports.map(entry)}</ul>`;
}

function contentsList({ sections }: ComparisonContents, { page }: Words, environment: string): Html {
  const entry = (id: string, title: string): Html => html`<li><a href="#${id}">${title}</a></li>`;
  return html`<nav aria-labelledby="contents-heading"><h3 id="contents-heading">${page.contents}</h3><ol class="plain-list">
${sections.map(({ id, title }) => entry(id, title))}
${entry('environment', environment)}
</ol></nav>`;
}

function section({ id, title, figures, tables }: ComparisonSection, above: Html, { page }: Words): Html {
  const drawn = figures.map(figure => drawFigure(figure, page));
  const beside = figures.length > 1 ? html`<div class="versus">${drawn}</div>` : html`${drawn}`;
  return card(id, title, html`${above}${beside}${tables.map(table => drawTable(table, page))}`);
}

function facts({ startedAt, repeat, environment }: LabReport, { page }: Words): Html {
  const { kernel, jalur, parallel } = environment;
  return html`<li>${showMoment(startedAt)}</li><li>${page.runs(repeat)}, ${page.atOnce(parallel)}</li><li>Linux ${kernel}, jalur ${jalur}</li>`;
}

/** Several runs on one self-contained page, with links to their own pages. At least one report. */
export function renderComparison(reports: readonly LinkedReport[], language: Language): string {
  const found = compare(
    reports.map(({ report }) => report),
    language,
  );
  const words = { say: comparisonWords[language], page: pageWords[language] };
  const { say, page } = words;
  const setting = settingWords[language];
  const first = reports[0]?.report;
  const contents = comparisonContents(found, first, say, setting);
  const repeat = first?.repeat ?? 1;
  const note = repeat > 1 && html`<p class="expectation">${page.spreadNote(repeat)}</p>`;
  const above = html`${links(reports, words)}${contentsList(contents, words, setting.environment)}${note}`;
  const sections = contents.sections.map((one, index) => section(one, index === 0 ? above : html``, words));
  const environment = first && environmentSection(first.environment, contents.environment, setting, page);
  return printPage(language, {
    title: say.pageTitle,
    header: html`<p class="eyebrow">${say.eyebrow}</p><h1>${found.headline}</h1><ul class="facts">${first && facts(first, words)}</ul>`,
    main: html`${sections}${environment}`,
    footer: html`<p>${say.footer} <code>jalur start${repeat > 1 && ` --repeat ${repeat}`}</code>.</p>`,
  });
}
