import type { Table } from '../experiments/result.ts';
import type { Environment } from './environment.ts';
import { showNumber, showValue } from './format.ts';
import { type Html, html } from './html.ts';
import type { PageWords } from './say/page.ts';
import type { SettingWords } from './say/setting.ts';
import { drawTable } from './table.ts';

function machineTable(environment: Environment, say: SettingWords): Table {
  const { tools, memory, cpus, cpuModel, parallel } = environment;
  const rows: readonly (readonly [string, string])[] = [
    ['jalur', environment.jalur],
    ['Linux', `${environment.kernel} (${environment.architecture})`],
    [say.system, environment.os],
    [say.processor, `${cpus} × ${cpuModel}`],
    [say.memory, `${showNumber(Math.round(memory / 2 ** 30))} GiB`],
    ['Node.js', environment.node],
    ['nftables', tools.nft],
    ['iproute2', tools.iproute2],
    ['dnsmasq', tools.dnsmasq],
    ['busybox (udhcpc)', tools.busybox],
    [say.privileges, environment.privileges],
    [say.congestion, environment.congestion],
    [say.parallel, say.upTo(parallel)],
  ];
  return {
    title: say.machine,
    columns: say.machineColumns,
    rows: rows.filter(([, value]) => value !== ''),
  };
}

function accuracyTable({ emulation }: Environment, say: SettingWords): Table {
  return {
    title: say.accuracy,
    columns: say.accuracyColumns,
    rows: emulation.map(({ what, unit, asked, measured }) => [
      what,
      showValue(asked, unit),
      showValue(measured, unit),
    ]),
    note: say.accuracyNote,
  };
}

function missingTable({ missing }: Environment, say: SettingWords): Table {
  return {
    title: say.missing,
    columns: say.missingColumns,
    rows: missing.map(({ feature, effect }) => [feature, effect]),
  };
}

/** Where the run took place, and how far its emulation can be trusted. */
export function environmentSection(environment: Environment, say: SettingWords, page: PageWords): Html {
  const { emulation, missing } = environment;
  const accuracy = emulation.length > 0 && drawTable(accuracyTable(environment, say), page);
  const lacking =
    missing.length > 0 ? drawTable(missingTable(environment, say), page) : html`<p>${say.noneMissing}</p>`;
  return html`<section class="card" id="environment" aria-labelledby="environment-heading">
<div class="heading"><h2 id="environment-heading">${say.environment}</h2></div>
${accuracy}${lacking}${drawTable(machineTable(environment, say), page)}
</section>
`;
}
