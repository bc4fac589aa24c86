import { type Router, semanticsOf } from '../../../model/index.ts';
import { wellKnownHosts } from '../../../prove/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { add, type Change, type Changed, set } from '../../fix/change.ts';
import type { Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { isForAnswers } from './answers.ts';
import { statedRoute } from './other-ways.ts';
import { defaultRoutes, outsOf } from './routes.ts';

/** Public hosts that answer pings and that nothing in the text names. */
export function freeHosts({ router }: Pick<Subject, 'router'>): string[] {
  const named = JSON.stringify([
    textsOf(router),
    router.routes,
    router.dns,
    router.dhcpNetworks,
    router.netwatch,
  ]);
  return wellKnownHosts.filter(host => !named.includes(host));
}

/** Does anything but routes and name servers name an address: a script, a rule, a list, a watch? */
export const isNamedElsewhere = ({ router }: Pick<Subject, 'router'>, host: string): boolean =>
  JSON.stringify([textsOf(router), router.netwatch]).includes(host);

const textsOf = ({ plain, kept, dhcpClients, firewall: { ipv4 }, addressLists }: Router) => [
  plain.map(({ properties }) => properties),
  kept.map(({ text }) => text),
  dhcpClients.map(({ script }) => script),
  [...ipv4.filter, ...ipv4.nat, ...ipv4.mangle, ...ipv4.raw].map(({ matchers, action }) => [
    matchers,
    action,
  ]),
  addressLists.map(({ address }) => address),
];

/** The target-scope by which a gateway is found through a host route of scope 10, and by nothing else. */
export const probeTargetScope = ({ router }: Pick<Subject, 'router'>): string =>
  semanticsOf(router.version).scopeLift ? '11' : '10';

export const hostNote = (hosts: readonly string[]): Said => ({
  en: `${hosts.join(', ')}: taken as hosts that answer pings and that nobody here uses, as each is reached by its own line alone. Any other such host will do.`,
  id: `${hosts.join(', ')}: diambil sebagai host yang menjawab ping dan tidak dipakai siapa pun di sini, karena masing-masing hanya tercapai lewat jalurnya sendiri. Host lain yang seperti itu juga bisa.`,
});

/** Default routes by a gateway, as the text states them, but those that answers alone take: not where one of them has other gateways beside it. */
export function statedBy(subject: Subject, gateway: string): readonly RibRoute[] | undefined {
  const own = defaultRoutes(subject).filter(
    route => route.gateways.some(({ text }) => text === gateway) && !isForAnswers(subject, route),
  );
  // A VRF looks for gateways in its own table: a host route of main is none for it.
  const isOfVrf = ({ table }: RibRoute): boolean => subject.router.vrfs.some(one => one.table === table);
  const isPlain = (route: RibRoute): boolean =>
    !isOfVrf(route) && route.gateways.length === 1 && statedRoute(subject.router, route) !== undefined;
  return own.every(isPlain) ? own : undefined;
}

/** Routes lead by a probe address instead of their gateway, to which a route of its own leads. */
export function byProbe(subject: Subject, gateway: string, host: string): readonly Change[] | undefined {
  const routes = statedBy(subject, gateway);
  const [first] = routes ?? [];
  if (!routes || !first) return undefined;
  return [
    add('/ip route', { 'dst-address': `${host}/32`, gateway, scope: '10' }, { before: first }),
    ...routes.flatMap(route => throughHost(subject, route, host)),
  ];
}

export const throughHost = (subject: Subject, route: Changed, host: string): readonly Change[] => [
  set(route, 'gateway', host),
  set(route, 'target-scope', probeTargetScope(subject)),
];

/** Does a DHCP client of its line name the gateway of a route, or would a script change it? */
export const isLeased = ({ router }: Pick<Subject, 'router'>, route: RibRoute): boolean =>
  router.dhcpClients.some(client => !client.disabled && outsOf(route).includes(client.interface));
