import { dialledLines, mainTable, type Router, rolesOf } from '../../model/index.ts';
import { splitPrefix } from '../../net/index.ts';
import { isHostOutside, type RibRoute } from '../../rib/index.ts';
import type { Prepared } from '../../walk/index.ts';
import { isPage } from '../unjudged/pages.ts';

/**
 * The WANs by which the Internet is reached: a default route of any table leads out by them, active or not, or a route to
 * the gateway of one.
 */
export function uplinksOf({ router, rib, wans }: Pick<Prepared, 'router' | 'rib' | 'wans'>): string[] {
  const defaults = rib.routes.filter(route => isDefaultLike(route) && !isAside(route));
  const resolved = defaults.flatMap(route => route.gateways.filter(({ nextHops }) => nextHops.length > 0));
  const gateways = new Set(resolved.map(({ text }) => `${text}/32`));
  const leading = rib.routes.filter(({ destination }) => gateways.has(destination));
  const out = new Set([...defaults, ...leading].flatMap(outsOf));
  return wans.filter(name => out.has(name) && bridgeOf(router, name) === undefined);
}

const outsOf = ({ gateways }: RibRoute): string[] =>
  gateways.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface));

/** A lease whose default route is put behind all others there can be is for something else: a line for television. */
const isAside = ({ source, distance }: RibRoute): boolean => source === 'dhcp' && distance === 255;

/** Of which a port is a part: what becomes of a route by such a port is not established (docs/routeros.md#not-established). */
const bridgeOf = ({ bridgePorts, interfaces }: Router, name: string): string | undefined =>
  interfaces.find(
    item =>
      item.kind === 'bridge' &&
      !item.disabled &&
      bridgePorts.some(port => port.interface === name && port.bridge === item.name && !port.disabled),
  )?.name;

/**
 * Does the text say how the Internet is reached? Without a default route, and with a WAN that has no address but an
 * assumed one, it is a part.
 */
export function saysTheWay({ router, rib, wans }: Pick<Prepared, 'router' | 'rib' | 'wans'>): boolean {
  return rib.routes.some(isDefaultLike) || areAddressesSaid({ router, wans });
}

/**
 * Is nothing said of where main sends what no narrower route takes? A part of a configuration may leave it to the rest,
 * one that has no WAN is no gateway, and a page shows examples.
 */
export const isDefaultUnsaid = ({ router, rib, wans }: Pick<Prepared, 'router' | 'rib' | 'wans'>): boolean =>
  (router.version.text === '' || wans.length === 0) &&
  !rib.routes.some(
    route => route.table === mainTable && isDefaultLike(route) && !isLeftToTheRest(router, route),
  ) &&
  (isPage(router) || hasHostsOutside(router, rib) || !areAddressesSaid({ router, wans }));

const hasHostsOutside = (router: Router, rib: Prepared['rib']): boolean =>
  rib.routes.some(route => route.table === mainTable && isLeftToTheRest(router, route));

/** Its gateway is a host outside, to which only the rest of the configuration can lead. */
export const isLeftToTheRest = (router: Router, { active, disabled, gateways }: RibRoute): boolean =>
  !active &&
  !disabled &&
  gateways.some(({ why }) => why.kind === 'unresolved' && isHostOutside(router, why.address));

/** Has the text an address of each WAN, or who gives it one, so that none is assumed alone? */
export const areAddressesSaid = ({ router, wans }: Pick<Prepared, 'router' | 'wans'>): boolean =>
  wans.length > 0 && wans.every(name => saysAddress(router, name));

/** Does the text state an address of an interface, or who gives it one? */
const saysAddress = (router: Router, name: string): boolean =>
  [...router.addresses, ...router.dhcpClients].some(item => item.interface === name && !item.disabled) ||
  // A modem that the text knows only as a gateway may have any profile.
  dialledLines(router).some(
    line => line.interface.name === name && line.interface.origin.menu.startsWith('/interface'),
  );

/**
 * The uplinks by which strangers come in. What comes out of a tunnel has been let into it by its far end: only lines by
 * which providers connect their customers are among them.
 */
export function openUplinks(prepared: Prepared): string[] {
  const { router, rib } = prepared;
  if (isOfLinesAlone(router)) return [];
  const { interfaces } = router;
  const isPrivate = (name: string): boolean =>
    interfaces.some(item => item.name === name && item.kind === 'other' && tunnelMenu.test(item.origin.menu));
  // Where the text neither says an address of its own nor where main leads, or marks nothing, it is a part: the rest may answer.
  const hasMain = rib.routes.some(route => route.table === mainTable && isDefaultLike(route));
  const marks = router.firewall.ipv4.mangle.length > 0 && router.addresses.length > 0;
  const isWhole = hasMain && (router.version.text !== '' || marks);
  const named = rib.routes.flatMap(route =>
    isDefaultLike(route) ? route.gateways.map(({ text }) => text) : [],
  );
  const routed = new Set([...prepared.wans, ...named].map(name => bridgeOf(router, name)));
  const inside = rolesOf(router).all.filter(({ evidence }) =>
    evidence.some(({ kind, role }) => kind === 'list' && role === 'lan'),
  );
  return uplinksOf(prepared).filter(
    name =>
      !isPrivate(name) &&
      !routed.has(name) &&
      // A line to another router of one's own.
      !inside.some(one => one.interface === name) &&
      (isWhole || saysAddress(router, name)),
  );
}

/** Clients and lines without any rule or address of one's own: the rest of it says what becomes of strangers. */
const isOfLinesAlone = ({ version, addresses, firewall }: Router): boolean =>
  version.text === '' &&
  addresses.length === 0 &&
  Object.values(firewall.ipv4).every(rules => rules.length === 0);

const tunnelMenu = /^\/interface (?:wireguard|gre|ipip|eoip|ovpn-client|sstp-client)$/;

/** Two halves of the address space are a default route as well. */
export const isDefaultLike = ({ destination }: RibRoute): boolean => splitPrefix(destination).length <= 1;
