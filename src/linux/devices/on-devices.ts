import {
  type FirewallRule,
  type FirewallRules,
  freeze,
  type Interface,
  type PlainItem,
  type Router,
} from '../../model/index.ts';
import type { Device } from './device-names.ts';

type Rename = (name: string) => string;

/** A Router whose interfaces are called as the Linux devices in their place; each keeps its own name as `routerName`. */
export function onDevices(router: Router, devices: readonly Device[]): Router {
  if (devices.length === 0) return router;
  const names = new Map(devices.map(one => [one.interface, one.device]));
  const rename: Rename = name => names.get(name) ?? name;
  const { roles } = router;
  return freeze({
    ...router,
    ...(roles && { roles: { wans: roles.wans?.map(rename), lans: roles.lans?.map(rename) } }),
    interfaces: router.interfaces.map(item => device(item, rename)),
    bridgePorts: router.bridgePorts.map(item => ({ ...on(item, rename), bridge: rename(item.bridge) })),
    interfaceListMembers: router.interfaceListMembers.map(item => on(item, rename)),
    addresses: router.addresses.map(item => on(item, rename)),
    dhcpClients: router.dhcpClients.map(item => on(item, rename)),
    dhcpServers: router.dhcpServers.map(item => on(item, rename)),
    firewall: { ipv4: rules(router.firewall.ipv4, rename), ipv6: rules(router.firewall.ipv6, rename) },
    vrfs: router.vrfs.map(item => ({ ...item, interfaces: item.interfaces.map(rename) })),
    routingRules: router.routingRules.map(item => on(item, rename)),
    routes: router.routes.map(item => ({ ...item, gateways: item.gateways.map(one => on(one, rename)) })),
    simpleQueues: router.simpleQueues.map(item => ({
      ...item,
      target: item.target.map(one => on(one, rename)),
      dst: item.dst && on(item.dst, rename),
    })),
    queueTrees: router.queueTrees.map(item => ({ ...item, parent: rename(item.parent) })),
    plain: router.plain.map(item => plain(item, rename)),
  });
}

function device(item: Interface, rename: Rename): Interface {
  const { name, parent, ports } = item;
  return {
    ...item,
    name: rename(name),
    ...(rename(name) !== name && { routerName: name }),
    ...(parent !== undefined && { parent: rename(parent) }),
    ports: ports.map(rename),
  };
}

/** Whatever stands on one interface, or names one. */
function on<T extends object>(item: T, rename: Rename): T {
  return 'interface' in item && typeof item.interface === 'string'
    ? { ...item, interface: rename(item.interface) }
    : item;
}

function rules({ raw, mangle, nat, filter }: FirewallRules, rename: Rename): FirewallRules {
  const each = (rule: FirewallRule): FirewallRule => ({
    ...rule,
    matchers: rule.matchers.map(matcher => on(matcher, rename)),
  });
  return { raw: raw.map(each), mangle: mangle.map(each), nat: nat.map(each), filter: filter.map(each) };
}

/** Properties of menus without a model of their own that name interfaces. */
const naming = new Set(['interface', 'bridge', 'tagged', 'untagged']);

const plain = (item: PlainItem, rename: Rename): PlainItem => ({
  ...item,
  properties: Object.fromEntries(
    Object.entries(item.properties).map(([name, value]) => [
      name,
      naming.has(name) ? value.split(',').map(rename).join(',') : value,
    ]),
  ),
});
