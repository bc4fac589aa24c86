import { makeVrf } from '../../model/index.ts';
import { interfaceName, listOf, name } from '../types/index.ts';
import { list, required, withDefault } from './define.ts';

const interfaces = withDefault(listOf(interfaceName), []);

/** v7 names the table by the VRF itself. */
export const ipVrf = list({
  path: '/ip vrf',
  only: { dialect: 'v7' },
  attributes: { name: required(name), interfaces },
  into: draft => draft.vrfs,
  from: ({ vrfs }) => vrfs,
  write: item => ({ name: item.table, interfaces: item.interfaces }),
  read: ({ name: table, interfaces: names }, common) => makeVrf({ table, interfaces: names, ...common }),
});

/** v6 names the table by a routing mark. */
export const ipRouteVrf = list({
  path: '/ip route vrf',
  only: { dialect: 'v6' },
  key: 'routing-mark',
  attributes: { 'routing-mark': required(name), interfaces },
  others: 'bgp-nexthop export-route-targets import-route-targets route-distinguisher',
  into: draft => draft.vrfs,
  from: ({ vrfs }) => vrfs,
  write: item => ({ 'routing-mark': item.table, interfaces: item.interfaces }),
  read: (values, common) =>
    makeVrf({ table: values['routing-mark'], interfaces: values.interfaces, ...common }),
});
