import { type DefaultRouteTable, type DhcpClient, mainTable, semanticsOf } from '../model/index.ts';
import { argumentOf, type OutlineStatement, quote, takes } from '../rsc/index.ts';
import { counted } from '../text/index.ts';
import type { Work } from './work.ts';

const menu = '/ip dhcp-client';

/**
 * `default-route-tables` exists since 7.18. For older targets each other table gets a static default route that the
 * lease script keeps at the lease's gateway (`leaseRouteComments` knows the idiom); until the first lease it is off.
 */
export function replaceRouteTables(work: Work): void {
  if (takes(work.target, menu, 'default-route-tables')) return;
  for (const one of work.commands(menu)) {
    const argument = argumentOf(one, 'default-route-tables');
    if (!argument) continue;
    const client = clientOf(one, work);
    work.remove(one, argument);
    if (client) replace(one, client, work);
    else sayOpen(one, work);
  }
}

const clientOf = (one: OutlineStatement, { router }: Work): DhcpClient | undefined =>
  one.isTop && one.name === 'add'
    ? router.dhcpClients.find(({ origin }) => origin.span.start.offset === one.statement.start)
    : undefined;

/** `default` is main by another name. */
const isMain = ({ table }: DefaultRouteTable): boolean => table === mainTable || table === 'default';

function replace(one: OutlineStatement, client: DhcpClient, work: Work): void {
  const tables = client.defaultRouteTables;
  const main = tables.find(isMain);
  if (!main) work.set(one, 'add-default-route', 'no');
  if (main?.distance !== undefined && main.distance !== 1)
    work.set(one, 'default-route-distance', String(main.distance));
  const others = tables.filter(table => !isMain(table));
  if (others.length === 0) return;
  appendScript(one, client, others, work);
  work.insert(
    'after',
    one,
    others.map(table => routeFor(client, table, work)),
  );
  const takePlace = others.length === 1 ? 'takes' : 'take';
  const what = {
    en: `default-route-tables needs 7.18; ${counted(others.length, 'static route')} with the lease script ${takePlace} its place.`,
    id: `default-route-tables membutuhkan 7.18; ${others.length} rute statis dengan lease script menggantikannya.`,
  };
  const todo = {
    en: 'Enable them after the first lease, or let the lease script do it.',
    id: 'Aktifkan setelah lease pertama, atau biarkan lease script melakukannya.',
  };
  work.say(one, 'warning', 'default-route-tables', what, todo);
}

const commentFor = (client: DhcpClient, { table }: DefaultRouteTable): string =>
  `lease of ${client.interface} in ${table}`;

function routeFor(client: DhcpClient, of: DefaultRouteTable, { target }: Work): string {
  const distance = of.distance ?? client.defaultRouteDistance;
  const words = [
    `add${client.checkGateway === 'none' ? '' : ` check-gateway=${client.checkGateway}`}`,
    `comment=${quote(commentFor(client, of))} disabled=yes`,
    ...(distance === 1 ? [] : [`distance=${distance}`]),
    `dst-address=0.0.0.0/0 gateway=${quote(client.interface)}`,
    `${semanticsOf(target).routeTableProperty}=${quote(of.table)}`,
  ];
  return `/ip route ${words.join(' ')}`;
}

function appendScript(
  one: OutlineStatement,
  client: DhcpClient,
  tables: readonly DefaultRouteTable[],
  work: Work,
): void {
  const sets = tables.map(
    table =>
      `/ip route set [find comment="${commentFor(client, table)}"] gateway=$"gateway-address" disabled=no`,
  );
  const script = `:if ($bound=1) do={\r\n${sets.join('\r\n')}\r\n}`;
  const argument = argumentOf(one, 'script');
  const isQuoted = argument?.value.kind === 'text' && argument.value.quoted;
  if (!argument) work.append(one, `script=${quote(script)}`);
  else if (client.script === '' || !isQuoted)
    work.setValue(one, argument, `${client.script}\r\n${script}`.trim());
  else {
    const at = argument.value.end - 1;
    work.edit(one, { start: at, end: at }, quote(`\r\n${script}`).slice(1, -1));
  }
}

function sayOpen(one: OutlineStatement, work: Work): void {
  const what = {
    en: 'default-route-tables needs 7.18, and what it names is only known when the script runs; it is left out.',
    id: 'default-route-tables membutuhkan 7.18, dan isinya baru diketahui saat script berjalan; dihilangkan.',
  };
  work.say(one, 'error', 'default-route-tables', what, {
    en: 'Write a static route for each table.',
    id: 'Tulis rute statis untuk setiap tabel.',
  });
}
