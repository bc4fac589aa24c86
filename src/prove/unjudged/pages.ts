import {
  type DhcpClient,
  type Firewall,
  type FirewallRule,
  type IpAddress,
  mainTable,
  type Origin,
  type Route,
  type Router,
  rolesOf,
} from '../../model/index.ts';
import { isDefault } from '../../net/index.ts';

// A page (Markdown, a post of a forum) shows examples: what stands between two fences leaves the rest to its reader, and
// need not belong to what stands between the next two.

/** Does a text hold several pieces with other words between them, and nothing of an export? */
export const isPage = ({ fences = [], version }: Router): boolean => fences.length > 1 && version.text === '';

/** Between which fences of a page a statement stands; -1: none. */
export const fenceOf = ({ fences = [] }: Router, { span }: Origin): number =>
  fences.findIndex(({ start, end }) => span.start.offset >= start.offset && span.start.offset <= end.offset);

/** A statement that cannot be of the same router as one that stands between other fences. */
export interface Contradiction {
  readonly origin: Origin;
  readonly before: Origin;
}

/** The first statement of a page that says again, or otherwise, what another piece of it says. */
export function contradictionIn(router: Router): Contradiction | undefined {
  if (!isPage(router)) return undefined;
  const found = [
    ...addressesMoved(router),
    ...linesOtherwise(router),
    ...rulesAgain(router),
    ...waysAgain(router),
    ...tablesAgain(router),
  ];
  return found.sort((a, b) => a.origin.span.start.offset - b.origin.span.start.offset)[0];
}

interface Said {
  readonly origin: Origin;
  /** What it is about. */
  readonly topic: string;
  /** What it says of that. */
  readonly value: string;
}

/** Statements about the same thing between other fences that `differ`. */
function acrossFences(
  router: Router,
  said: readonly Said[],
  differ: (one: Said, other: Said) => boolean,
): Contradiction[] {
  const first = new Map<string, Said>();
  return said.flatMap(one => {
    const before = first.get(one.topic);
    if (!before) first.set(one.topic, one);
    const isOther = before && fenceOf(router, before.origin) !== fenceOf(router, one.origin);
    return isOther && differ(before, one) ? [{ origin: one.origin, before: before.origin }] : [];
  });
}

/** A port has an address in another network than before. */
function addressesMoved(router: Router): Contradiction[] {
  const said = router.addresses
    .filter(({ disabled }) => !disabled)
    .map(one => ({ origin: one.origin, topic: one.interface, value: `${one.address.address}` }));
  return acrossFences(router, said, (one, other) => one.value !== other.value);
}

/** A port gets its address in another way than before: by DHCP, as stated, or as the carrier of a line that is dialled. */
function linesOtherwise(router: Router): Contradiction[] {
  const { dhcpClients, addresses, interfaces } = router;
  const { wans } = rolesOf(router);
  const dialled = interfaces.flatMap(({ kind, disabled, origin, parent }) =>
    kind === 'pppoe-client' && !disabled && parent !== undefined
      ? [{ origin, topic: parent, value: 'line' }]
      : [],
  );
  const carriers = new Set(dialled.map(({ topic }) => topic));
  const isOutside = (name: string): boolean => wans.includes(name) || carriers.has(name);
  const stated = (items: readonly (DhcpClient | IpAddress)[], value: string): Said[] =>
    items
      .filter(({ disabled, interface: name }) => !disabled && isOutside(name))
      .map(({ origin, interface: topic }) => ({ origin, topic, value }));
  const said = [...stated(dhcpClients, 'lease'), ...stated(addresses, 'address'), ...dialled].sort(
    (a, b) => a.origin.span.start.offset - b.origin.span.start.offset,
  );
  // A modem behind the port of a line may have an address of its own.
  return acrossFences(
    router,
    said,
    (one, other) => one.value !== other.value && [one.value, other.value].includes('lease'),
  );
}

/** A rule stands there a second time, as it was. */
function rulesAgain(router: Router): Contradiction[] {
  const said = ruleTables.flatMap(table =>
    router.firewall.ipv4[table]
      .filter(({ disabled }) => !disabled)
      .map(rule => ({ origin: rule.origin, topic: `${table} ${contentOf(rule)}`, value: '' })),
  );
  return acrossFences(router, said, () => true);
}

const ruleTables = ['raw', 'mangle', 'nat', 'filter'] as const satisfies readonly (keyof Firewall['ipv4'])[];

const contentOf = ({ chain, action, matchers }: FirewallRule): string =>
  JSON.stringify([chain, action, matchers]);

/** Main has default routes of one distance between three fences or more. */
function waysAgain(router: Router): Contradiction[] {
  const said = router.routes
    .filter(route => !route.disabled && route.table === mainTable && isDefault(route.destination))
    .map(({ origin, distance }) => ({ origin, distance, fence: fenceOf(router, origin) }));
  return said.flatMap(one => {
    const before = said.filter(
      ({ distance, origin }) =>
        distance === one.distance && origin.span.start.offset < one.origin.span.start.offset,
    );
    const [first] = before;
    const fences = new Set([...before.map(({ fence }) => fence), one.fence]);
    return first && fences.size > 2 ? [{ origin: one.origin, before: first.origin }] : [];
  });
}

/** One gateway gets a table of its own, under another name, between three fences or more. */
function tablesAgain(router: Router): Contradiction[] {
  const said = router.routes
    .filter(route => !route.disabled && route.table !== mainTable && isDefault(route.destination))
    .map(({ origin, table, gateways }) => ({
      origin,
      table,
      gateway: gateways.map(({ address }) => address).join(),
      fence: fenceOf(router, origin),
    }))
    .filter(({ gateway }) => gateway !== '');
  return said.flatMap(one => {
    const before = said.filter(
      ({ gateway, table, origin }) =>
        gateway === one.gateway &&
        table !== one.table &&
        origin.span.start.offset < one.origin.span.start.offset,
    );
    const [first] = before;
    const fences = new Set([...before.map(({ fence }) => fence), one.fence]);
    return first && fences.size > 2 ? [{ origin: one.origin, before: first.origin }] : [];
  });
}

/** Is a table a page's example, of which it shows no route, nor any other table's beside the rules that mark for it? */
export function isShownAlone(router: Router, table: string, rules: readonly Origin[]): boolean {
  const states = (route: Route): boolean => route.table !== mainTable;
  const fences = new Set(rules.map(origin => fenceOf(router, origin)));
  return (
    isPage(router) &&
    !router.routes.some(route => route.table === table) &&
    !router.routes.some(route => states(route) && fences.has(fenceOf(router, route.origin)))
  );
}
