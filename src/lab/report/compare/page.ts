import { environmentSection } from '../environment-section.ts';
import { drawFigure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import { printPage } from '../page.ts';
import { showMoment } from '../render.ts';
import { type LabReport, shortName } from '../report.ts';
import { badge } from '../section.ts';
import { drawTable } from '../table.ts';
import { type Comparison, compare } from './compare.ts';

/** A report and the file name of its own page, relative to the comparison. */
export interface LinkedReport {
  readonly report: LabReport;
  readonly href: string;
}

function card(id: string, title: string, content: Html): Html {
  return html`<section class="card" id="${id}" aria-labelledby="${id}-heading">
<div class="heading"><h2 id="${id}-heading">${title}</h2></div>
${content}
</section>
`;
}

function links(reports: readonly LinkedReport[]): Html {
  const entry = ({ report, href }: LinkedReport): Html =>
    html`<li><a href="${href}">${shortName(report)}: the whole report</a> ${badge(report.verdict)}<br>${report.headline}</li>`;
  return html`<ul class="plain-list">${reports.map(entry)}</ul>`;
}

function sections(reports: readonly LinkedReport[], found: Comparison): Html {
  const { utilisation } = found;
  const shares = found.shareFigures.map((figure, index) => drawFigure(figure, `shares-${index + 1}`));
  return html`${card('verdicts', 'At a glance', html`${links(reports)}${drawTable(found.verdicts)}`)}
${card('shares', 'Who carries the traffic', html`<div class="versus">${shares}</div>${drawTable(found.shares)}`)}
${found.idle.map((table, index) => card(`idle-${index + 1}`, table.title, drawTable(table)))}
${card('failover', 'When an ISP fails', drawTable(found.failover))}
${card('speed', 'How fast it is', html`${utilisation && drawFigure(utilisation, 'utilisation')}${drawTable(found.speed)}`)}`;
}

/** Several runs on one self-contained page, with links to their own pages. At least one report. */
export function renderComparison(reports: readonly LinkedReport[]): string {
  const found = compare(reports.map(({ report }) => report));
  const first = reports[0]?.report;
  return printPage({
    title: 'jalur: the configurations side by side',
    header: html`<p class="eyebrow">jalur lab report, side by side</p><h1>${found.headline}</h1><ul class="facts">${first && html`<li>${showMoment(first.startedAt)}</li><li>Linux ${first.environment.kernel}, jalur ${first.environment.jalur}</li>`}</ul>`,
    main: html`${sections(reports, found)}${first && environmentSection(first.environment)}`,
    footer: html`<p>Every figure was measured in this run. Repeat it with <code>jalur start</code>.</p>`,
  });
}
