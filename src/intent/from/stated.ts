import type { Line } from './lines.ts';
import { isClassified } from './lines.ts';
import type { Network } from './networks.ts';
import { type Rows, said, valuesOf } from './rows.ts';
import { filtersOf, forwardsOf, localOf, managementOf, queuesOf, routesOf } from './rules.ts';

type Keys = Readonly<Record<string, unknown>>;

/** What an intent would say of a router, as far as it has words for it. */
export function statedOf(rows: Rows, lines: readonly Line[], networks: readonly Network[]): Keys {
  const identity = said(rows.first('/system identity'), 'name');
  const dns = valuesOf(rows.first('/ip dns'), 'servers');
  const [only, ...more] = networks;
  const management = managementOf(rows);
  const local = localOf(rows, lines, networks);
  const routes = routesOf(rows, lines, networks);
  const [forwards, queues] = [forwardsOf(rows, lines), queuesOf(rows, networks)];
  return {
    ...(identity !== undefined && /^[A-Za-z][A-Za-z0-9_-]{0,23}$/.test(identity) && { name: identity }),
    wans: Object.fromEntries(lines.map(line => [line.name, wanOf(line, lines)])),
    ...(only && more.length === 0 && only.name === 'lan'
      ? { lan: only.stated }
      : { lans: Object.fromEntries(networks.map(({ name, stated }) => [name, stated])) }),
    ...(dns.length > 0 && { dns }),
    ...balanceOf(rows, lines),
    ...(lines.length > 1 && !isChecked(rows, lines) && { health: 'none' }),
    ...(local.length > 0 && lines.length > 1 && { local }),
    filters: filtersOf(rows),
    ...(management && { management }),
    ...(forwards.length > 0 && { forwards }),
    ...(routes.length > 0 && { routes }),
    ...(queues.length > 0 && { queues }),
  };
}

/** By hosts behind the lines, or by the next hop alone: then an intent asks hosts, which a silent next hop leaves unheard, too. */
const isChecked = (rows: Rows, lines: readonly Line[]): boolean =>
  lines.some(({ probes }) => probes.length > 0) ||
  rows
    .of('/ip route')
    .some(
      row => said(row, 'disabled') !== 'yes' && !['none', undefined].includes(said(row, 'check-gateway')),
    );

function balanceOf(rows: Rows, lines: readonly Line[]): Keys {
  if (lines.length < 2) return {};
  const [rule] = rows.of('/ip firewall mangle').filter(isClassified);
  const [kind] = (said(rule, 'per-connection-classifier') ?? '').split(':');
  if (kind === 'both-addresses') return {};
  return { balance: kind === undefined || kind === '' ? 'failover' : kind };
}

function wanOf(line: Line, lines: readonly Line[]): string | Keys {
  const { interface: port, address, gateway, pppoe, password, isDhcp, probes, buckets } = line;
  const classified = lines.filter(one => one.buckets > 0);
  const isEven = classified.every(one => one.buckets === 1);
  const keys: Keys = {
    interface: port,
    ...(address !== undefined && { address, ...(gateway !== undefined && { gateway }) }),
    ...(pppoe && { over: said(pppoe, 'interface'), user: said(pppoe, 'user'), password }),
    ...(!pppoe && !isDhcp && address === undefined && { type: 'interface' }),
    ...(classified.length > 0 && buckets === 0 && { backup: true }),
    ...(buckets > 0 && !isEven && { weight: buckets }),
    ...(probes.length > 0 && { probes }),
  };
  const stated = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
  return Object.keys(stated).length === 1 ? port : stated;
}
