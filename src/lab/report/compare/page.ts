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
import { type Comparison, compare } from './compare.ts';

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

function sections(reports: readonly LinkedReport[], found: Comparison, words: Words): Html {
  const { say, page } = words;
  const { utilisation } = found;
  const shares = found.shareFigures.map((figure, index) => drawFigure(figure, `shares-${index + 1}`, page));
  return html`${card('verdicts', say.overview, html`${links(reports, words)}${drawTable(found.verdicts, page)}`)}
${card('shares', say.traffic, html`<div class="versus">${shares}</div>${drawTable(found.shares, page)}`)}
${found.idle.map((table, index) => card(`idle-${index + 1}`, table.title, drawTable(table, page)))}
${card('failover', say.whenFails, drawTable(found.failover, page))}
${card('speed', say.speed, html`${utilisation && drawFigure(utilisation, 'utilisation', page)}${drawTable(found.speed, page)}`)}`;
}

function facts({ startedAt, environment: { kernel, jalur } }: LabReport): Html {
  return html`<li>${showMoment(startedAt)}</li><li>Linux ${kernel}, jalur ${jalur}</li>`;
}

/** Several runs on one self-contained page, with links to their own pages. At least one report. */
export function renderComparison(reports: readonly LinkedReport[], language: Language): string {
  const found = compare(
    reports.map(({ report }) => report),
    language,
  );
  const words = { say: comparisonWords[language], page: pageWords[language] };
  const { say, page } = words;
  const first = reports[0]?.report;
  const environment = first && environmentSection(first.environment, settingWords[language], page);
  return printPage(language, {
    title: say.pageTitle,
    header: html`<p class="eyebrow">${say.eyebrow}</p><h1>${found.headline}</h1><ul class="facts">${first && facts(first)}</ul>`,
    main: html`${sections(reports, found, words)}${environment}`,
    footer: html`<p>${say.footer} <code>jalur start</code>.</p>`,
  });
}
