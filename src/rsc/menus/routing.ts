import { type Dialect, makeRoutingRule, makeRoutingTable } from '../../model/index.ts';
import { bool, duration, integer, interfaceName, maskedPrefix, name, oneOf } from '../types/index.ts';
import { list, optional, required, settings, withDefault } from './define.ts';

/** `fib` is a switch, without it the table's routes are never used. */
export const routingTable = list({
  path: '/routing table',
  only: { dialect: 'v7' },
  // Exports of early v7 have tables without a name: `add fib name=""`.
  attributes: {
    name: required({ ...name, read: value => value }),
    fib: { ...withDefault(bool, false), flag: true },
  },
  into: draft => draft.routingTables,
  from: ({ routingTables }) => routingTables,
  write: ({ name: table, fib }) => ({ name: table, fib }),
  read: ({ name: table, fib }, common) => makeRoutingTable({ name: table, fib, implied: false, ...common }),
});

const ruleAction = oneOf('lookup', 'lookup-only-in-table', 'drop', 'unreachable');

/** The same rules stand under `/ip route rule` in v6 and `/routing rule` in v7. */
function rules(path: string, dialect: Dialect) {
  return list({
    path,
    only: { dialect },
    key: 'table',
    attributes: {
      action: withDefault(ruleAction, 'lookup'),
      'src-address': optional(maskedPrefix),
      'dst-address': optional(maskedPrefix),
      interface: optional(interfaceName),
      'routing-mark': optional(name),
      table: optional(name),
      'min-prefix': optional(integer(0, 32), { dialect: 'v7' }),
    },
    others: 'chain realm vrf',
    into: draft => draft.routingRules,
    from: ({ routingRules }) => routingRules,
    write: item => ({
      action: item.action,
      'src-address': item.srcAddress,
      'dst-address': item.dstAddress,
      interface: item.interface,
      'routing-mark': item.routingMark,
      table: item.table,
      'min-prefix': item.minPrefix,
    }),
    read: (values, common) =>
      makeRoutingRule({
        action: values.action,
        srcAddress: values['src-address'],
        dstAddress: values['dst-address'],
        interface: values.interface,
        routingMark: values['routing-mark'],
        table: values.table,
        minPrefix: values['min-prefix'],
        ...common,
      }),
  });
}

export const routingRule = rules('/routing rule', 'v7');
export const ipRouteRule = rules('/ip route rule', 'v6');

/** How gateways are checked; tunable since 7.21. */
export const routingSettings = settings({
  path: '/routing settings',
  attributes: {
    'check-gateway-ping-interval': withDefault(duration, 10_000, { dialect: 'v7', minor: 21 }),
    'check-gateway-ping-timeout': withDefault(duration, 1000, { dialect: 'v7', minor: 21 }),
    'check-gateway-ping-count': withDefault(integer(1, 100), 2, { dialect: 'v7', minor: 21 }),
  },
  others: 'policy-rules single-process connected-in-chain dynamic-in-chain',
  write: ({ settings: { routing } }) => ({
    values: {
      'check-gateway-ping-interval': routing.checkGatewayInterval,
      'check-gateway-ping-timeout': routing.checkGatewayTimeout,
      'check-gateway-ping-count': routing.checkGatewayCount,
    },
    properties: routing.properties,
  }),
  apply: (values, properties, { settings: all }) => {
    all.routing = {
      checkGatewayInterval: values['check-gateway-ping-interval'],
      checkGatewayTimeout: values['check-gateway-ping-timeout'],
      checkGatewayCount: values['check-gateway-ping-count'],
      properties,
    };
  },
});
