import { mainTable, makeRoute, type Route, type Semantics, semanticsOf } from '../../model/index.ts';
import { defaultPrefix } from '../../net/index.ts';
import { bool, gateway, integer, ipv4, listOf, maskedPrefix, name, oneOf } from '../types/index.ts';
import { list, optional, withDefault } from './define.ts';
import { checkGateway } from './ip-dhcp-client.ts';

const routeType = oneOf('unicast', 'blackhole', 'unreachable', 'prohibit');

/** `scope` and `target-scope` of a static route (docs/routeros.md#scope). */
const scope = withDefault(integer(0, 255), 30);
const targetScope = withDefault(integer(0, 255), 10);

function table(name: string, { routeTableProperty }: Semantics) {
  return name === mainTable ? {} : { [routeTableProperty]: name };
}

function kind(type: Route['type'], { routeTypeProperty }: Semantics) {
  if (type === 'unicast') return {};
  const values = { type, blackhole: type === 'blackhole' };
  return { [routeTypeProperty]: values[routeTypeProperty] };
}

/** v6 writes the table as `routing-mark` and a blackhole as `type`; v7 as `routing-table` and `blackhole`. */
export const ipRoute = list({
  path: '/ip route',
  key: 'dst-address',
  attributes: {
    'dst-address': { ...withDefault(maskedPrefix, defaultPrefix('ipv4')), always: true },
    gateway: withDefault(listOf(gateway), []),
    'routing-table': withDefault(name, mainTable, { dialect: 'v7' }),
    'routing-mark': optional(name, { dialect: 'v6' }),
    distance: withDefault(integer(0, 255), 1),
    scope,
    'target-scope': targetScope,
    'check-gateway': withDefault(checkGateway, 'none'),
    'pref-src': optional(ipv4),
    type: optional(routeType, { dialect: 'v6' }),
    blackhole: { ...withDefault(bool, false, { dialect: 'v7' }), flag: true },
  },
  others: `suppress-hw-offload vrf-interface route-tag bgp-as-path bgp-atomic-aggregate bgp-communities
    bgp-local-pref bgp-med bgp-origin bgp-prepend`,
  into: draft => draft.routes,
  from: router => router.routes,
  write: (item, version) => ({
    'dst-address': item.destination,
    gateway: item.gateways,
    ...table(item.table, semanticsOf(version)),
    distance: item.distance,
    scope: item.scope,
    'target-scope': item.targetScope,
    'check-gateway': item.checkGateway,
    'pref-src': item.prefSrc,
    ...kind(item.type, semanticsOf(version)),
  }),
  read: (values, common) =>
    makeRoute({
      destination: values['dst-address'],
      type: values.type ?? (values.blackhole ? 'blackhole' : 'unicast'),
      gateways: values.gateway,
      table: values['routing-mark'] ?? values['routing-table'],
      distance: values.distance,
      scope: values.scope,
      targetScope: values['target-scope'],
      checkGateway: values['check-gateway'],
      prefSrc: values['pref-src'],
      ...common,
    }),
});
