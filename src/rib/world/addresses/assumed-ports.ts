import {
  freeze,
  hashStart,
  Identities,
  type Interface,
  interfaceNames,
  makeInterface,
  noOrigin,
  type Router,
  rolesOf,
  withRoles,
} from '../../../model/index.ts';
import { type Ipv4, type Ipv4Prefix, isDefault, prefixContains } from '../../../net/index.ts';
import { usualNetwork } from '../usual-networks.ts';
import { openGateways } from '../wan-gateways.ts';
import { networksStated } from './networks-stated.ts';
import { reached } from './reached.ts';
import { overlaps, shownNetworks } from './shown-networks.ts';

/** How many gateways get a port of their own. */
const most = 8;

/**
 * The same Router with ports that a part of a configuration takes for granted and does not name: a WAN for each gateway
 * of its default routes where it has no WAN, a LAN where it has none and shows a network of clients. A whole export names
 * all ports that there are.
 */
export function withAssumedPorts(router: Router): Router {
  if (router.version.text !== '') return router;
  const { wans, lans } = rolesOf(router);
  const newWans = wans.length > 0 ? [] : gatewaysOfDefaults(router).map(gateway => `wan-${gateway}`);
  const hasWan = wans.length + newWans.length > 0;
  const newLans = hasWan && lans.length === 0 && isLanShown(router) ? [freeName(router, 'lan')] : [];
  return withPorts(router, { wans: newWans, lans: newLans });
}

/** Ports that the text does not name, by their roles. */
export interface NewPorts {
  readonly wans: readonly string[];
  readonly lans: readonly string[];
}

/** The same Router with these ports beside its own. */
export function withPorts(router: Router, { wans, lans }: NewPorts): Router {
  const names = [...wans, ...lans];
  if (names.length === 0) return router;
  const known = rolesOf(router);
  return withRoles(freeze({ ...router, interfaces: [...router.interfaces, ...names.map(port)] }), {
    wans: [...known.wans, ...wans],
    lans: [...known.lans, ...lans],
    before: router.roles === undefined ? known.all.flatMap(({ evidence }) => evidence) : undefined,
  });
}

/** Ports that a text without version takes for granted, and a LAN in any case, where it has none. */
export function portsTakenForGranted(router: Router): NewPorts {
  const { wans, lans } = rolesOf(router);
  return {
    wans: wans.length > 0 ? [] : gatewaysOfDefaults(router).map(gateway => `wan-${gateway}`),
    lans: lans.length > 0 ? [] : [freeName(router, 'lan')],
  };
}

/** Is it a port that only was assumed? */
export const isAssumedPort = ({ interfaces }: Router, name: string): boolean =>
  interfaces.some(item => item.name === name && item.origin === noOrigin);

function port(name: string): Interface {
  const id = new Identities().give({ menu: '/interface', name, factory: undefined, hash: () => hashStart });
  return makeInterface({ id, name, kind: 'other', origin: noOrigin });
}

/**
 * Those that lie in no network of the text, of default routes of any table. Of several that could stand in one network
 * the first has the port, and the others lie behind it as well.
 */
function gatewaysOfDefaults(router: Router): Ipv4[] {
  const leading = router.routes
    .filter(({ disabled, destination }) => !disabled && isDefault(destination))
    .flatMap(route => reached(router, route));
  const open = openGateways(router).filter(gateway => leading.includes(gateway));
  const isFirst = (gateway: Ipv4): boolean =>
    open.find(one => prefixContains(usualNetwork(0, gateway), one)) === gateway;
  return open.filter(isFirst).slice(0, most);
}

function isLanShown(router: Router): boolean {
  const taken: readonly Ipv4Prefix[] = networksStated(router);
  return shownNetworks(router).some(({ network }) => !taken.some(other => overlaps(network, other)));
}

function freeName(router: Router, wanted: string): string {
  const taken = interfaceNames(router);
  return taken.includes(wanted) ? freeName(router, `${wanted}-`) : wanted;
}
