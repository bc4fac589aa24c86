import {
  interfacesMeant,
  type Matcher,
  membersOf,
  type Route,
  type Router,
  rolesOf,
  rulesOf,
} from '../../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Prefix,
  isDefault,
  isIpv4Prefix,
  prefixContains,
  splitPrefix,
} from '../../../net/index.ts';
import { gatewayFor, openGateways } from '../wan-gateways.ts';
import { reached } from './reached.ts';
import { unaddressedWans } from './unaddressed.ts';
import { wordsShared } from './words-shared.ts';

/**
 * Which gateway that no network of the text explains lies behind which WAN: one that a route pins there or that has its
 * comment, then by the marks of what comes in by it, then by a word that both share (`ISP1`), then in the order of the
 * text. Clients whose lease brings a default route come last: they need none.
 */
export function gatewaysBehind(router: Router): ReadonlyMap<string, Ipv4> {
  const found = new Map<string, Ipv4>();
  const wans = waiting(router);
  const open = bypassed(router, openGateways(router), wans.length);
  const free = (): Ipv4[] => open.filter(gateway => ![...found.values()].includes(gateway));
  const give = (name: string, gateway: Ipv4 | undefined): void => {
    if (gateway !== undefined && !found.has(name)) found.set(name, gateway);
  };
  for (const name of wans) give(name, gatewayFor(router, name, open));
  for (const name of wans) give(name, markedFor(router, name, free()));
  for (const name of wans) give(name, namedLike(router, name, wans, free()));
  for (const name of wans) give(name, free()[0]);
  return found;
}

/**
 * Where a text has more gateways than lines, those in networks that its rules keep from being balanced, as one does with the
 * networks of one's lines; all, unless there are enough of such.
 */
function bypassed(router: Router, open: readonly Ipv4[], lines: number): readonly Ipv4[] {
  if (open.length <= lines) return open;
  const networks = router.firewall.ipv4.mangle
    .filter(({ disabled, action }) => !disabled && action.kind === 'accept')
    .flatMap(({ matchers }) => matchers.flatMap(one => (one.negated ? [] : networkIn(one))));
  const shown = open.filter(gateway => networks.some(network => prefixContains(network, gateway)));
  return shown.length >= lines ? shown : open;
}

function networkIn(matcher: Matcher): Ipv4Prefix[] {
  if (matcher.kind !== 'dst-address' || matcher.address.kind !== 'prefix') return [];
  const { prefix } = matcher.address;
  return isIpv4Prefix(prefix) && splitPrefix(prefix).length >= 16 ? [prefix] : [];
}

function waiting(router: Router): string[] {
  const { wans } = rolesOf(router);
  const clients = router.dhcpClients.filter(one => !one.disabled && wans.includes(one.interface));
  const withDefault = clients.filter(({ addDefaultRoute }) => addDefaultRoute !== 'no').map(nameOf);
  const others = new Set([...clients.map(nameOf), ...unaddressedWans(router)]);
  for (const name of withDefault) others.delete(name);
  const inOrder = wans.filter(name => others.has(name));
  return [...inOrder, ...withDefault];
}

const nameOf = (item: { readonly interface: string }): string => item.interface;

/** What comes in by it gets a mark that leads to a table: the gateway of that table. */
function markedFor(router: Router, name: string, open: readonly Ipv4[]): Ipv4 | undefined {
  const rules = rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
  const marks = rules.flatMap(({ action, matchers }) => {
    const arrives = matchers.some(
      one =>
        !one.negated &&
        ((one.kind === 'in-interface' && interfacesMeant(router, one.interface).includes(name)) ||
          (one.kind === 'in-interface-list' && membersOf(router, one.list).join() === name)),
    );
    return arrives && action.kind === 'mark-connection' ? [action.mark] : [];
  });
  const tables = rules.flatMap(({ action, matchers }) => {
    const isTheirs = matchers.some(
      one => one.kind === 'connection-mark' && !one.negated && marks.includes(one.mark),
    );
    return isTheirs && action.kind === 'mark-routing' ? [action.mark] : [];
  });
  const routes = defaults(router)
    .filter(({ table }) => tables.includes(table))
    .sort((a, b) => a.distance - b.distance);
  return firstOpen(router, routes, open);
}

const defaults = ({ routes }: Router): Route[] =>
  routes.filter(({ disabled, destination }) => !disabled && isDefault(destination));

/** A route's comment or table shares a word with the port's name or comment, and with no other WAN's. */
function namedLike(
  router: Router,
  name: string,
  wans: readonly string[],
  open: readonly Ipv4[],
): Ipv4 | undefined {
  const textOf = (one: string): string =>
    `${one} ${router.interfaces.find(item => item.name === one)?.comment ?? ''}`;
  const others = wans.filter(one => one !== name).map(textOf);
  const routes = router.routes.filter(
    ({ disabled, comment, table }) => !disabled && wordsShared(`${comment} ${table}`, textOf(name), others),
  );
  const inOrder = routes.sort(
    (a, b) =>
      a.distance - b.distance || splitPrefix(a.destination).length - splitPrefix(b.destination).length,
  );
  return firstOpen(router, inOrder, open);
}

/** Of the first route that leads to one of them; of several behind one route (probe addresses) the first of the text's. */
function firstOpen(router: Router, routes: readonly Route[], open: readonly Ipv4[]): Ipv4 | undefined {
  const found = routes.flatMap(route => {
    const behind = reached(router, route);
    return open.find(gateway => behind.includes(gateway)) ?? [];
  });
  return found[0];
}
