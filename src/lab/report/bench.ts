import { showRate } from '../../net/index.ts';
import type { Table } from '../experiments/result.ts';
import type { IspTopology, Topology } from '../topology/topology.ts';
import { type Html, html } from './html.ts';
import { drawTable } from './table.ts';

const rate = (value: number | undefined): string => (value === undefined ? 'no limit' : showRate(value));

function ispTable({ isps }: Topology): Table {
  const row = (isp: IspTopology): readonly string[] => [
    isp.name.toUpperCase(),
    isp.interface,
    isp.network,
    isp.lease.length > 0 ? isp.lease.join(', ') : 'static',
    rate(isp.rate.download),
    rate(isp.rate.upload),
    `${isp.delay}${isp.jitter > 0 ? ` ± ${isp.jitter}` : ''} ms`,
    `${isp.loss} %`,
  ];
  return {
    title: 'Lines to the internet',
    columns: [
      'ISP',
      'port',
      'network',
      'DHCP hands out',
      'download',
      'upload',
      'delay, one way',
      'loss, each way',
    ],
    rows: isps.map(row),
  };
}

/** Larger benches are told by their table alone. */
const drawable = 3;

function box(x: number, y: number, width: number, name: string, lines: readonly string[]): Html {
  const middle = x + width / 2;
  return html`<rect class="box" x="${x}" y="${y}" width="${width}" height="${28 + lines.length * 14}" rx="7"/>
<text class="box-name" x="${middle}" y="${y + 19}" text-anchor="middle">${name}</text>
${lines.map((line, index) => html`<text class="box-text" x="${middle}" y="${y + 34 + index * 14}" text-anchor="middle">${line}</text>`)}`;
}

function line(isp: IspTopology, index: number, count: number): Html {
  const width = 330 / count - 8;
  const x = 5 + index * (330 / count) + 4;
  const middle = x + width / 2;
  const foot = 170 + (middle - 170) * 0.35;
  // The port's name stands outside of its wire, beside where the wire passes that height.
  const [anchor, away] = middle < 170 ? ['end', -8] : ['start', 8];
  const label = middle + (foot - middle) * 0.6 + away;
  return html`<path class="wire" d="M170 46 L${middle} 74 M${middle} 144 L${foot} 186"/>
${box(x, 74, width, isp.name.toUpperCase(), [isp.network, `${rate(isp.rate.download)} ↓`, `${rate(isp.rate.upload)} ↑`])}
<text class="box-text" x="${label}" y="172" text-anchor="${anchor}">${isp.interface}</text>`;
}

/** The bench as a picture, top down: internet, ISPs, the router under test, its clients. */
function diagram({ isps, router, clients, internet }: Topology): Html {
  if (isps.length > drawable) return html``;
  const words = `The router's ports ${isps.map(isp => `${isp.interface} (${isp.name})`).join(', ')} lead to the internet, ${router.lan} to ${clients.count} clients.`;
  return html`<svg viewBox="0 0 340 330" role="img" aria-labelledby="bench-title bench-text">
<title id="bench-title">The bench</title><desc id="bench-text">${words}</desc>
${isps.map((isp, index) => line(isp, index, isps.length))}
${box(95, 4, 150, 'internet', [`${internet.servers} servers`])}
${box(95, 186, 150, 'router under test', [`LAN on ${router.lan}`])}
<path class="wire" d="M170 228 L170 272"/>
${box(95, 272, 150, `${clients.count} clients`, [clients.static ? clients.static.network : 'addresses by DHCP'])}
</svg>`;
}

/** What the configuration was plugged into. */
export function benchSection(topology: Topology): Html {
  return html`<section class="card" id="bench" aria-labelledby="bench-heading">
<div class="heading"><h2 id="bench-heading">The bench</h2><span class="aside">${topology.title}</span></div>
<div class="bench">${diagram(topology)}<div>
<p>Network namespaces on one machine, without any way out of it. Limits count whole Ethernet frames, so that TCP can carry at most 95.6 % of them.</p>
${drawTable(ispTable(topology))}
</div></div>
</section>
`;
}
