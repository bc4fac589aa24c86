import type { GatewayReport, Incident, LineReport } from '../gateway/index.ts';
import type { Point } from '../journal/index.ts';
import { carriedCells, stateCells } from './cells.ts';
import { storyText } from './incident/story.ts';
import { causesText, headline, incidentLasting, type TextOptions } from './text.ts';
import { reportWords } from './words.ts';

// One file that loads nothing: it can be mailed, and opened where there is no network.

const style = `
:root { color-scheme: light dark; --text: #1c2126; --muted: #5d6873; --paper: #fff; --edge: #d5dbe1; --up: #2f9e5c; --down: #d0342c; --trip: #2867c4; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e8ec; --muted: #98a3ae; --paper: #15191d; --edge: #343c44; --up: #4cc37e; --down: #f0625a; --trip: #76a9f5; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--paper); max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--edge); } th { color: var(--muted); font-weight: 600; font-size: .85rem; }
.scroll { overflow-x: auto; } .note { color: var(--muted); font-size: .85rem; } pre { overflow-x: auto; white-space: pre-wrap; font-size: .85rem; }
svg { display: block; width: 100%; height: 64px; } .up { fill: var(--up); } .down { fill: var(--down); } .trip { fill: none; stroke: var(--trip); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The report as a page. */
export function reportHtml(report: GatewayReport, options: TextOptions): string {
  const { language } = options;
  const say = reportWords[language];
  const { lines, incidents, configs, conditions, name, since, until } = report;
  const title = say.title(name);
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(headline(report, options))}</p><p class="note">${escaped(`${since} – ${until}`)}</p>`,
    section(say.lines, [
      table(
        say.columns,
        lines.map(line => stateCells(line, options)),
      ),
      note(say.tiphon),
      ...lines.map(line => drawing(line, report)),
    ]),
    section(say.traffic, [
      table(
        say.carried,
        lines.map(line => carriedCells(line, options)),
      ),
      note(say.shares),
    ]),
    section(
      say.incidents(Math.min(10, incidents.length), incidents.length),
      incidents.length === 0
        ? [note(say.noIncidents)]
        : incidents.slice(0, 10).map(one => story(one, options)),
    ),
    configs.length === 0
      ? ''
      : section(say.configs, [
          listed(configs.map(({ time, file, result, how, by }) => say.config(time, file, result, how, by))),
        ]),
    conditions.length === 0
      ? ''
      : section(say.conditions, [
          listed(conditions.map(({ code, raised }) => `${code} ${say.times(raised)}`)),
        ]),
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head>
<body>${body.join('\n')}</body></html>
`;
}

const section = (title: string, parts: readonly string[]): string =>
  `<section><h2>${escaped(title)}</h2>${parts.join('\n')}</section>`;

const note = (text: string): string => `<p class="note">${escaped(text)}</p>`;

const listed = (rows: readonly string[]): string =>
  `<ul>${rows.map(row => `<li>${escaped(row)}</li>`).join('')}</ul>`;

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map(cell => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<div class="scroll"><table><thead>${cells('th', titles)}</thead><tbody>${rows.map(row => cells('td', row)).join('')}</tbody></table></div>`;
}

function story(one: Incident, options: TextOptions): string {
  const { language, lasting } = options;
  const summary = `${one.id}: ${incidentLasting(one, language, lasting)}, ${causesText(one, language)}`;
  return `<details><summary>${escaped(summary)}</summary><pre>${escaped(storyText(one, options))}</pre></details>`;
}

const [width, height] = [1000, 64];

/** When it was up, and above that its round trips. */
function drawing({ line, up, roundTrips }: LineReport, { since, until }: GatewayReport): string {
  const [from, end] = [Date.parse(since) / 1000, Date.parse(until) / 1000];
  const x = (timeS: number): number => ((timeS - from) / Math.max(1, end - from)) * width;
  const step = stepOf(up);
  const bars = up.map(({ timeS, min }) => {
    const kind = min > 0 ? 'up' : 'down';
    return `<rect class="${kind}" x="${x(timeS).toFixed(1)}" y="56" width="${Math.max(0.5, x(timeS + step) - x(timeS)).toFixed(1)}" height="8"/>`;
  });
  const most = roundTrips.reduce((highest, { avg }) => Math.max(highest, avg), 1);
  const path = roundTrips.map(
    ({ timeS, avg }) => `${x(timeS).toFixed(1)},${(50 - (avg / most) * 46).toFixed(1)}`,
  );
  return `<p class="note">${escaped(line)}: RTT 0 – ${most.toFixed(1)} ms</p><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${escaped(line)}">${bars.join('')}<polyline class="trip" points="${path.join(' ')}"/></svg>`;
}

const stepOf = (points: readonly Point[]): number => {
  const [first, second] = points;
  return first && second ? second.timeS - first.timeS : 1;
};
