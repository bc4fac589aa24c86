import { benchSection } from './bench.ts';
import { environmentSection } from './environment-section.ts';
import { showMs } from './format.ts';
import { type Html, html } from './html.ts';
import { printPage } from './page.ts';
import type { LabReport } from './report.ts';
import { type PageWords, pageWords } from './say/page.ts';
import { settingWords } from './say/setting.ts';
import { badge, experimentSection } from './section.ts';

/** `2026-11-23 22:52 UTC`. */
export const showMoment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

function header(report: LabReport, say: PageWords): Html {
  const { headline, configuration, environment, startedAt, durationMs } = report;
  return html`
<p class="eyebrow">${say.eyebrow}</p>
<h1>${headline}</h1>
<ul class="facts">
<li>${say.configuration} <code>${configuration}</code></li>
<li>${showMoment(startedAt)}</li>
<li>${say.took(showMs(durationMs))}</li>
<li>Linux ${environment.kernel}, jalur ${environment.jalur}</li>
</ul>
`;
}

function overview({ experiments }: LabReport, say: PageWords): Html {
  const row = ({ name, verdict, finding }: LabReport['experiments'][number]): Html =>
    html`<tr><th scope="row"><a href="#${name}">${name}</a></th><td>${badge(verdict, say)}</td><td>${finding}</td></tr>
`;
  const [see, bench, and, environment, end] = say.seeAlso;
  return html`<section class="card" id="overview" aria-labelledby="overview-heading">
<div class="heading"><h2 id="overview-heading">${say.overview}</h2></div>
<div class="scroll" role="region" tabindex="0" aria-label="${say.verdicts}">
<table class="stack">
<thead><tr>${say.overviewColumns.map(title => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${experiments.map(row)}</tbody>
</table></div>
<p class="expectation">${say.overviewNote} ${see}<a href="#bench">${bench}</a>${and}<a href="#environment">${environment}</a>${end}</p>
</section>
`;
}

/** The report as one self-contained HTML file: readable by keyboard, in the dark, on a phone and on paper. */
export function renderReport(report: LabReport): string {
  const { language, configuration, environment, experiments } = report;
  const [say, setting] = [pageWords[language], settingWords[language]];
  const sections = experiments.map(one => experimentSection(one, say));
  return printPage(language, {
    title: say.pageTitle(configuration),
    header: header(report, say),
    main: html`${overview(report, say)}${sections}${benchSection(report, setting, say)}${environmentSection(environment, setting, say)}`,
    footer: html`<p>${say.footer(environment.jalur)} ${say.repeat} <code>jalur lab run ${configuration}</code>.</p>`,
  });
}
