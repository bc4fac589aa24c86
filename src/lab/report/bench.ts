import { showRate } from '../../net/index.ts';
import type { Table } from '../experiments/result.ts';
import type { IspTopology, Topology } from '../topology/topology.ts';
import { type Html, html } from './html.ts';
import type { NumberedTable } from './numbered.ts';
import type { LabReport } from './report.ts';
import type { PageWords } from './say/page.ts';
import type { SettingWords } from './say/setting.ts';
import { drawTable } from './table.ts';

const rate = (value: number | undefined, say: SettingWords): string =>
  value === undefined ? say.noLimit : showRate(value);

/** The lines of a bench. */
export function benchTable({ isps }: Topology, say: SettingWords): Table {
  const { isp, port, network, leases, download, upload, delay, jitter, loss } = say.lineColumns;
  return {
    title: say.lines,
    columns: [
      isp,
      port,
      network,
      leases,
      { title: download, unit: 'bit/s', none: say.noLimit },
      { title: upload, unit: 'bit/s', none: say.noLimit },
      { title: delay, unit: 'ms' },
      { title: jitter, unit: 'ms' },
      { title: loss, unit: '%' },
    ],
    rows: isps.map(one => [
      one.name.toUpperCase(),
      one.interface,
      one.network,
      one.lease.length > 0 ? one.lease.join(', ') : say.static,
      one.rate.download ?? null,
      one.rate.upload ?? null,
      one.delay,
      one.jitter,
      one.loss,
    ]),
  };
}

/** Larger benches are shown by their table alone. */
const drawable = 3;

function box(x: number, y: number, width: number, name: string, lines: readonly string[]): Html {
  const middle = x + width / 2;
  return html`<rect class="box" x="${x}" y="${y}" width="${width}" height="${28 + lines.length * 14}" rx="7"/>
<text class="box-name" x="${middle}" y="${y + 19}" text-anchor="middle">${name}</text>
${lines.map((line, index) => html`<text class="box-text" x="${middle}" y="${y + 34 + index * 14}" text-anchor="middle">${line}</text>`)}`;
}

function line(isp: IspTopology, index: number, count: number, say: SettingWords): Html {
  const width = 330 / count - 8;
  const x = 5 + index * (330 / count) + 4;
  const middle = x + width / 2;
  const foot = 170 + (middle - 170) * 0.35;
  // The port's name stands outside of its wire, beside where the wire passes that height.
  const [anchor, away] = middle < 170 ? ['end', -8] : ['start', 8];
  const label = middle + (foot - middle) * 0.6 + away;
  return html`<path class="wire" d="M170 46 L${middle} 74 M${middle} 144 L${foot} 186"/>
${box(x, 74, width, isp.name.toUpperCase(), [isp.network, `${rate(isp.rate.download, say)} ↓`, `${rate(isp.rate.upload, say)} ↑`])}
<text class="box-text" x="${label}" y="172" text-anchor="${anchor}">${isp.interface}</text>`;
}

/** The bench as a picture, top down: internet, ISPs, the router under test, its clients. */
function diagram({ isps, router, clients, internet }: Topology, say: SettingWords): Html {
  if (isps.length > drawable) return html``;
  const ports = isps.map(isp => `${isp.interface} (${isp.name})`).join(', ');
  return html`<svg viewBox="0 0 340 330" role="img" aria-labelledby="bench-title bench-text">
<title id="bench-title">${say.bench}</title><desc id="bench-text">${say.diagramText(ports, router.lan, clients.count)}</desc>
${isps.map((isp, index) => line(isp, index, isps.length, say))}
${box(95, 4, 150, say.internet, [say.servers(internet.servers)])}
${box(95, 186, 150, say.router, [say.lanOn(router.lan)])}
<path class="wire" d="M170 228 L170 272"/>
${box(95, 272, 150, say.clients(clients.count), [clients.static ? clients.static.network : say.byDhcp])}
</svg>`;
}

function remarks(title: string, all: readonly { readonly text: string }[]): Html {
  if (all.length === 0) return html``;
  return html`<h3>${title}</h3><ul class="plain-list">${all.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
}

/** What the configuration was plugged into. */
export function benchSection(
  report: LabReport,
  tables: readonly NumberedTable[],
  say: SettingWords,
  page: PageWords,
): Html {
  const { topology, standIns, notRun } = report;
  return html`<section class="card" id="bench" aria-labelledby="bench-heading">
<div class="heading"><h2 id="bench-heading">${say.bench}</h2><span class="aside">${topology.title}</span></div>
<div class="bench">${diagram(topology, say)}<div>
<p>${say.benchText}</p>
${tables.map(table => drawTable(table, page))}
${remarks(say.standIns, standIns)}
${remarks(say.notRun, notRun)}
</div></div>
</section>
`;
}
