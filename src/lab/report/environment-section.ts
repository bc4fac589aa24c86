import type { Table } from '../experiments/result.ts';
import type { Environment } from './environment.ts';
import { type Html, html } from './html.ts';
import type { NumberedTable } from './numbered.ts';
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
    [say.memory, `${Math.round(memory / 2 ** 30)} GiB`],
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

/** One table for each unit. */
function accuracyTables({ emulation }: Environment, say: SettingWords): readonly Table[] {
  return (['ms', '%', 'bit/s'] as const)
    .map(unit => ({ unit, rows: emulation.filter(one => one.unit === unit) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ unit, rows }) => ({
      title: say.accuracy[unit],
      columns: [
        say.property,
        { title: say.configured, unit, digits: 2 },
        { title: say.measuredValue, unit, digits: 2 },
      ],
      rows: rows.map(({ what, asked, measured }) => [what, asked, measured]),
      note: say.accuracyNote,
    }));
}

function missingTable({ missing }: Environment, say: SettingWords): Table {
  return {
    title: say.missing,
    columns: say.missingColumns,
    rows: missing.map(({ feature, effect }) => [feature, effect]),
  };
}

/** Everything about the machine, in the order of the page. */
export function environmentTables(environment: Environment, say: SettingWords): readonly Table[] {
  const missing = environment.missing.length > 0 ? [missingTable(environment, say)] : [];
  return [...accuracyTables(environment, say), ...missing, machineTable(environment, say)];
}

/** Where the run took place, and how far its emulation can be trusted. */
export function environmentSection(
  { missing }: Environment,
  tables: readonly NumberedTable[],
  say: SettingWords,
  page: PageWords,
): Html {
  return html`<section class="card" id="environment" aria-labelledby="environment-heading">
<div class="heading"><h2 id="environment-heading">${say.environment}</h2></div>
${missing.length === 0 && html`<p>${say.noneMissing}</p>`}${tables.map(table => drawTable(table, page))}
</section>
`;
}
