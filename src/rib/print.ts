import { mainTable, type Release, semanticsOf } from '../model/index.ts';
import type { Language } from '../text/index.ts';
import { aligned } from './aligned.ts';
import { routeFlags } from './flags.ts';
import { placeInBrackets } from './gateway-text.ts';
import { printAsRouter } from './print-cli.ts';
import type { NextHop, Rib, RibGateway, RibRoute } from './rib-route.ts';
import { routeWords, whyText } from './say.ts';

/** The routes as a table of text, in the shape of Winbox's route list (the paper's Gambar 6). */
export interface RouteTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
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

/** `winbox`: Winbox's route list with the state of each gateway. `cli`: what `/ip route print` shows. */
export type RouteStyle = 'winbox' | 'cli';

export const routeStyles: readonly RouteStyle[] = ['winbox', 'cli'];

/** The routes in one style, and under them why each inactive route is not active. */
export function printRoutes(
  rib: Rib,
  version: Release,
  language: Language,
  style: RouteStyle = 'winbox',
): string {
  const shown = style === 'cli' ? printAsRouter(rib, version) : printAsWinbox(rib, version);
  const idle = rib.routes.filter(({ active }) => !active);
  const why = idle.map(route => `  ${inactiveLine(route, language)}\n`);
  return why.length === 0 ? shown : `${shown}\n${routeWords[language].notActive}\n${why.join('')}`;
}

function printAsWinbox(rib: Rib, version: Release): string {
  const { columns, rows } = routeTable(rib, version);
  return `${aligned([columns, ...rows])}\n`;
}

function inactiveLine(route: RibRoute, language: Language): string {
  const say = routeWords[language];
  const table = route.table === mainTable ? '' : say.inTable(route.table);
  const via = route.gateways.map(({ text }) => text).join(', ') || route.type;
  const why = route.why ? whyText(route.why, language) : '';
  return `${route.destination} ${say.via} ${via}${table}${placeInBrackets(route.origin)}: ${why}`;
}
