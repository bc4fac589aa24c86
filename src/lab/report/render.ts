import { benchSection } from './bench.ts';
import { contentsOf } from './contents.ts';
import { environmentSection } from './environment-section.ts';
import { showMs } from './format.ts';
import { type Html, html } from './html.ts';
import { overview } from './overview.ts';
import { printPage } from './page.ts';
import { type LabReport, unusualOptions } from './report.ts';
import { type PageWords, pageWords } from './say/page.ts';
import { settingWords } from './say/setting.ts';
import { experimentSection } from './section.ts';

/** `2026-11-23 22:52 UTC`. */
export const showMoment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

function header(report: LabReport, say: PageWords): Html {
  const { headline, configuration, environment, startedAt, durationMs, repeat } = report;
  return html`
<p class="eyebrow">${say.eyebrow}</p>
<h1>${headline}</h1>
<ul class="facts">
<li>${say.configuration} <code>${configuration}</code></li>
<li>${showMoment(startedAt)}</li>
<li>${say.took(showMs(durationMs))}</li>
<li>${say.runs(repeat)}, ${say.atOnce(environment.parallel)}</li>
<li>Linux ${environment.kernel}, jalur ${environment.jalur}</li>
</ul>
`;
}

/** The report as one self-contained HTML file: readable by keyboard, in the dark, on a phone and on paper. */
export function renderReport(report: LabReport): string {
  const { language, configuration, environment } = report;
  const [say, setting] = [pageWords[language], settingWords[language]];
  const contents = contentsOf(report);
  const sections = contents.chapters.map(chapter => experimentSection(chapter, say));
  const bench = benchSection(report, contents.bench, setting, say);
  const where = environmentSection(environment, contents.environment, setting, say);
  return printPage(language, {
    title: say.pageTitle(configuration),
    header: header(report, say),
    main: html`${overview(report, contents, say)}${sections}${bench}${where}`,
    footer: html`<p>${say.footer(environment.jalur)} ${say.repeat} <code>${commandOf(report)}</code>.</p>`,
  });
}

const commandOf = ({ configuration, repeat, ...settings }: LabReport): string =>
  [
    `jalur lab run ${configuration}`,
    ...unusualOptions(settings),
    ...(repeat > 1 ? [`--repeat ${repeat}`] : []),
  ].join(' ');
