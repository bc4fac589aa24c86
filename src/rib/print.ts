import { mainTable, type Release, semanticsOf } from '../model/index.ts';
import type { Language } from '../text/index.ts';
import { placeInBrackets } from './gateway-text.ts';
import type { NextHop, Rib, RibGateway, RibRoute } from './rib-route.ts';
import { routeWords, whyText } from './say.ts';

/** The routes as a table of text, in the shape of Winbox's route list (the paper's Gambar 6). */
export interface RouteTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Flags as RouterOS prints them: v6 `AS`, `DAC`; v7 `As`, `DAc`, `Is`, `+` for ECMP (docs/routeros.md#route-flags). */
export function routeFlags(route: RibRoute, version: Release): string {
  return flagsIn[semanticsOf(version).routeFlags](route);
}

function flagsOf6({ dynamic, disabled, active, source, type }: RibRoute): string {
  const kind = source === 'connect' ? 'C' : 'S';
  const end = { unicast: '', blackhole: 'B', unreachable: 'U', prohibit: 'P' }[type];
  return `${dynamic ? 'D' : ''}${disabled ? 'X' : ''}${active ? 'A' : ''}${kind}${end}`;
}

function flagsOf7(route: RibRoute): string {
  const { dynamic, disabled, active, source, ecmp } = route;
  const kind = { connect: 'c', static: 's', dhcp: 'd', vpn: 'v', modem: 'm' }[source];
  const state = disabled ? 'X' : active ? 'A' : hasReachable(route) ? '' : 'I';
  return `${dynamic ? 'D' : ''}${state}${kind}${ecmp ? '+' : ''}`;
}

const flagsIn = { capitals: flagsOf6, mixed: flagsOf7 } as const;

function hasReachable({ gateways, type }: RibRoute): boolean {
  return type !== 'unicast' || gateways.some(({ state }) => state === 'reachable');
}

/** All candidates, active or not, one row each. */
export function routeTable({ routes }: Rib, version: Release): RouteTable {
  const { routeTableColumn, impliedTables } = semanticsOf(version);
  return {
    columns: ['', 'Dst. Address', 'Gateway', 'Distance', routeTableColumn, 'Pref. Source'],
    rows: routes.map(route => [
      routeFlags(route, version),
      route.destination,
      gatewayCell(route),
      `${route.distance}`,
      route.table === mainTable && impliedTables ? '' : route.table,
      route.prefSrc ?? '',
    ]),
  };
}

/** Of a disabled route no gateway is looked up. */
function gatewayCell({ type, gateways, disabled }: RibRoute): string {
  if (type !== 'unicast') return type;
  return disabled ? gateways.map(({ text }) => text).join(',') : gateways.map(describe).join(', ');
}

/** `10.10.10.1 reachable ether1`, `ether1 reachable`, `8.8.4.4 recursive via 10.10.10.1 ether1`. */
function describe({ text, state, nextHops, recursive }: RibGateway): string {
  if (state !== 'reachable') return `${text} unreachable`;
  if (recursive) return `${text} recursive via ${nextHops.map(hopText).join(', ')}`;
  const names = nextHops.map(hop => hop.interface).filter(name => name !== text);
  return names.length === 0 ? `${text} reachable` : `${text} reachable ${names.join(', ')}`;
}

const hopText = ({ address, interface: name }: NextHop): string => [address, name].filter(Boolean).join(' ');

/** The route table with aligned columns, and under it why each inactive route is not active. */
export function printRoutes(rib: Rib, version: Release, language: Language): string {
  const { columns, rows } = routeTable(rib, version);
  const idle = rib.routes.filter(({ active }) => !active);
  const lines = [aligned([columns, ...rows])];
  if (idle.length > 0)
    lines.push(
      '',
      routeWords[language].notActive,
      ...idle.map(route => `  ${inactiveLine(route, language)}`),
    );
  return `${lines.join('\n')}\n`;
}

function inactiveLine(route: RibRoute, language: Language): string {
  const say = routeWords[language];
  const table = route.table === mainTable ? '' : say.inTable(route.table);
  const via = route.gateways.map(({ text }) => text).join(', ') || route.type;
  const why = route.why ? whyText(route.why, language) : '';
  return `${route.destination} ${say.via} ${via}${table}${placeInBrackets(route.origin)}: ${why}`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)));
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
