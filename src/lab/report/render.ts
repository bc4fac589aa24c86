import { benchSection } from './bench.ts';
import { environmentSection } from './environment-section.ts';
import { showMs } from './format.ts';
import { type Html, html } from './html.ts';
import { printPage } from './page.ts';
import type { LabReport } from './report.ts';
import { badge, experimentSection } from './section.ts';

/** `2026-11-23 22:52 UTC`. */
export const showMoment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

function header({ headline, configuration, environment, startedAt, durationMs }: LabReport): Html {
  return html`
<p class="eyebrow">jalur lab report</p>
<h1>${headline}</h1>
<ul class="facts">
<li>configuration <code>${configuration}</code></li>
<li>${showMoment(startedAt)}</li>
<li>took ${showMs(durationMs)}</li>
<li>Linux ${environment.kernel}, jalur ${environment.jalur}</li>
</ul>
`;
}

function overview({ experiments }: LabReport): Html {
  const row = (one: LabReport['experiments'][number]): Html =>
    html`<tr><th scope="row"><a href="#${one.name}">${one.name}</a></th><td>${badge(one.verdict)}</td><td>${one.finding}</td></tr>
`;
  return html`<section class="card" id="overview" aria-labelledby="overview-heading">
<div class="heading"><h2 id="overview-heading">At a glance</h2></div>
<div class="scroll" role="region" tabindex="0" aria-label="Verdicts">
<table class="stack">
<thead><tr><th scope="col">experiment</th><th scope="col">verdict</th><th scope="col">what was found</th></tr></thead>
<tbody>
${experiments.map(row)}</tbody>
</table></div>
<p class="expectation">An experiment is as expected where each of its statements holds. What each should show stands in the topology file of the example. See also <a href="#bench">the bench</a> and <a href="#environment">the environment</a>.</p>
</section>
`;
}

/** The report as one self-contained HTML file: readable by keyboard, in the dark, on a phone and on paper. */
export function renderReport(report: LabReport): string {
  return printPage({
    title: `${report.configuration}: jalur lab report`,
    header: header(report),
    main: html`${overview(report)}${report.experiments.map(experimentSection)}${benchSection(report.topology)}${environmentSection(report.environment)}`,
    footer: html`<p>Written by jalur ${report.environment.jalur}. Every figure was measured in this run. Repeat it with <code>jalur lab run ${report.configuration}</code>.</p>`,
  });
}
