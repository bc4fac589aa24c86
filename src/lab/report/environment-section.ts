import type { Table } from '../experiments/result.ts';
import type { Environment } from './environment.ts';
import { showNumber, showValue } from './format.ts';
import { type Html, html } from './html.ts';
import { drawTable } from './table.ts';

function machineTable(environment: Environment): Table {
  const { tools, memory, cpus, cpuModel, lanes } = environment;
  const rows: readonly (readonly [string, string])[] = [
    ['jalur', environment.jalur],
    ['Linux', `${environment.kernel} (${environment.architecture})`],
    ['system', environment.os],
    ['processor', `${cpus} × ${cpuModel}`],
    ['memory', `${showNumber(Math.round(memory / 2 ** 30))} GiB`],
    ['Node.js', environment.node],
    ['nftables', tools.nft],
    ['iproute2', tools.iproute2],
    ['dnsmasq', tools.dnsmasq],
    ['busybox (udhcpc)', tools.busybox],
    ['privileges', environment.privileges],
    ['TCP congestion control', environment.congestion],
    ['labs side by side', `up to ${lanes}`],
  ];
  return {
    title: 'Machine and programs',
    columns: ['what', 'version or value'],
    rows: rows.filter(([, value]) => value !== ''),
  };
}

function emulationTable({ emulation }: Environment): Html {
  if (emulation.length === 0) return html``;
  return drawTable({
    title: 'How exact the emulated lines are',
    columns: ['property', 'asked', 'measured'],
    rows: emulation.map(({ what, unit, asked, measured }) => [
      what,
      showValue(asked, unit),
      showValue(measured, unit),
    ]),
    note: 'Measured on this machine in this run, on an idle line.',
  });
}

function missingTable({ missing }: Environment): Html {
  if (missing.length === 0) return html`<p>No kernel feature that the lab uses is missing.</p>`;
  return drawTable({
    title: 'Kernel features that are missing here',
    columns: ['feature', 'what that means'],
    rows: missing.map(({ feature, effect }) => [feature, effect]),
  });
}

/** Where the run took place, and how far its emulation can be trusted. */
export function environmentSection(environment: Environment): Html {
  return html`<section class="card" id="environment" aria-labelledby="environment-heading">
<div class="heading"><h2 id="environment-heading">The environment</h2></div>
${emulationTable(environment)}${missingTable(environment)}${drawTable(machineTable(environment))}
</section>
`;
}
