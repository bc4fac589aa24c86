import type { Schemas } from '../../api/index.ts';
import type { Route } from '../../client/types.ts';
import type { RowKind } from '../../table/column.ts';
import { explainLink, oneAddress } from '../../table/explain-link.ts';
import { flagsOf } from '../../table/flags.ts';

const flagNames = {
  X: 'disabled',
  A: 'active',
  D: 'dynamic',
  I: 'inactive',
  C: 'connect',
  c: 'connect',
  S: 'static',
  s: 'static',
  d: 'dhcp',
  v: 'vpn',
  m: 'modem',
  B: 'blackhole',
  U: 'unreachable',
  P: 'prohibit',
  H: 'hardware offloaded',
  '+': 'ecmp',
};

/** `10.10.10.1 reachable ether1`, as Winbox writes it. */
function gatewayText({ text, state, nextHops }: Route['gateways'][number]): string {
  const by = [...new Set(nextHops.map(hop => hop.interface))].join(' ');
  return [text, state === 'interface-down' ? 'interface down' : state, by === text ? '' : by]
    .filter(Boolean)
    .join(' ');
}

/** A gateway of a route in words, and why it is so. */
const reasons = (route: Route): string =>
  [route.why, ...route.gateways.map(({ text, why }) => why && `${text}: ${why}`)].filter(Boolean).join('; ');

export const routeKind: RowKind<Route> = {
  keyOf: route =>
    [route.table, route.destination, route.place?.line, route.distance, route.gateways.map(g => g.text)].join(
      ' ',
    ),
  flags: route => flagsOf(route.flags, flagNames),
  tone: route => (route.disabled ? 'disabled' : route.active ? 'plain' : 'inactive'),
  comment: route => route.comment || undefined,
  source: route => route.place,
  explain: route =>
    explainLink({ dst: route.destination === '0.0.0.0/0' ? '1.1.1.1' : oneAddress(route.destination) }),
  columns: [
    { id: 'destination', header: 'Dst. Address', value: route => route.destination, width: 148 },
    {
      id: 'gateway',
      header: 'Gateway',
      value: route => route.gateways.map(gatewayText).join(', '),
      width: 248,
    },
    { id: 'distance', header: 'Distance', value: route => route.distance, width: 76, end: true },
    { id: 'table', header: 'Routing Table', value: route => route.table, width: 120 },
    { id: 'prefSrc', header: 'Pref. Source', value: route => route.prefSrc, width: 120 },
    { id: 'check', header: 'Check Gateway', value: route => route.checkGateway, width: 112 },
    { id: 'why', header: 'Why', value: reasons, width: 320 },
    { id: 'scope', header: 'Scope', value: route => route.scope, width: 64, end: true, extra: true },
    {
      ...{ id: 'targetScope', header: 'Target Scope', width: 96, end: true, extra: true },
      value: route => route.targetScope,
    },
    { id: 'type', header: 'Type', value: route => route.type, width: 88, extra: true },
    { id: 'source', header: 'From', value: route => route.source, width: 80, extra: true },
  ],
};

type KernelRoute = Schemas['KernelRoute'];

/** Who put a route there: rtnetlink(7). */
const protocols: Readonly<Record<number, string>> = { 2: 'kernel', 3: 'boot', 4: 'static', 16: 'dhcp' };

const hopText = ({ address, interface: by, weight }: KernelRoute['nextHops'][number]): string =>
  [address, by, weight > 1 ? `×${weight}` : ''].filter(Boolean).join(' ');

export const kernelRouteKind: RowKind<KernelRoute> = {
  keyOf: route => [route.tableId, route.destination, route.type, route.nextHops.map(hopText)].join(' '),
  columns: [
    { id: 'destination', header: 'Dst. Address', value: route => route.destination, width: 148 },
    { id: 'gateway', header: 'Next Hop', value: route => route.nextHops.map(hopText).join(', '), width: 248 },
    { id: 'table', header: 'Routing Table', value: route => route.table, width: 120 },
    { id: 'tableId', header: 'Linux Table', value: route => route.tableId, width: 96, end: true },
    { id: 'type', header: 'Type', value: route => route.type, width: 96 },
    { id: 'prefSrc', header: 'Pref. Source', value: route => route.prefSrc, width: 120 },
    {
      ...{ id: 'protocol', header: 'Protocol', width: 96 },
      value: route => protocols[route.protocol] ?? `${route.protocol}`,
    },
  ],
};
