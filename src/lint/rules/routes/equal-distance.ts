import { mainTable, type Router, semanticsOf } from '../../../model/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { byTable, defaultRoutes, gatewayText, isByBridgePort, outsOf } from '../../ask/routes/index.ts';
import { type Changed, type Mend, set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Default routes of one table with the same distance (docs/routeros.md#route-selection). */
export const equalDistance: Rule = {
  id: 'routes/equal-distance',
  level: 'warning',
  title: { en: 'Default routes of equal distance', id: 'Rute default dengan distance sama' },
  why: {
    en: 'There is no first and second line among them. RouterOS 7 uses all at once (ECMP): packets that carry no mark are spread over the lines. RouterOS 6 uses one of them, and does not promise which.',
    id: 'Tidak ada jalur utama dan cadangan. RouterOS 7 memakai semuanya sekaligus (ECMP): paket tanpa mark tersebar ke semua jalur. RouterOS 6 memakai salah satu, dan tidak menjamin yang mana.',
  },
  check: subject =>
    [...byTable(rivalsIn(subject))].flatMap(([table, routes]) =>
      groupsOf(routes).flatMap(group => finding(subject.router, table, group, routes)),
    ),
};

/** Lines that the text states; a modem that it only names may be set otherwise. */
const rivalsIn = (subject: Subject): RibRoute[] =>
  defaultRoutes(subject).filter(
    route =>
      !isByBridgePort(subject.router, route) &&
      (route.source === 'static' || /^\/(?:interface|ip dhcp-client)/.test(route.origin.menu)),
  );

/** Different gateways at one distance; the same gateway twice is another mistake. */
function groupsOf(routes: readonly RibRoute[]): (readonly RibRoute[])[] {
  const distances = [...new Set(routes.map(({ distance }) => distance))];
  return distances
    .map(distance => routes.filter(route => route.distance === distance && couldBeActive(route)))
    .filter(group => new Set(group.map(gatewayText)).size > 1 && new Set(group.map(linesOf)).size > 1);
}

/** Several probe addresses behind one line are no rivals. */
const linesOf = (route: RibRoute): string => outsOf(route).join(',');

/** A route that is not active for another reason than its rivals is no rival. */
const couldBeActive = ({ active, why }: RibRoute): boolean =>
  active || why?.kind === 'tie' || why?.kind === 'farther' || why?.kind === 'another-preferred';

/** A gateway that a lease will name is only assumed: its line is named. */
const nameOf = (route: RibRoute): string =>
  route.source === 'static' ? gatewayText(route) : outsOf(route).join(',') || gatewayText(route);

function finding(
  router: Router,
  table: string,
  group: readonly RibRoute[],
  all: readonly RibRoute[],
): Found[] {
  const isEcmp = semanticsOf(router.version).ecmp === 'ecmp';
  const [first, ...more] = group;
  if (!first) return [];
  const gateways = [...new Set(group.map(nameOf))].join(', ');
  const { distance } = first;
  const found: Found = {
    at: first,
    what: isEcmp
      ? {
          en: `Default routes of ${table} by ${gateways} all have distance ${distance}: packets without a mark are spread over them.`,
          id: `Rute default ${table} lewat ${gateways} semuanya punya distance ${distance}: paket tanpa mark tersebar ke semuanya.`,
        }
      : {
          en: `Default routes of ${table} by ${gateways} all have distance ${distance}: one is used, and nothing says which.`,
          id: `Rute default ${table} lewat ${gateways} semuanya punya distance ${distance}: satu dipakai, dan tidak ada yang menentukan yang mana.`,
        },
    do: {
      en: `Give each a distance of its own${table === mainTable ? ' (default-route-distance for DHCP and dialled lines)' : ''}; to spread on purpose, use marks or say so in a comment.`,
      id: `Beri masing-masing distance sendiri${table === mainTable ? ' (default-route-distance untuk DHCP dan jalur dial-up)' : ''}; untuk membagi dengan sengaja, pakai mark atau tulis di komentar.`,
    },
    fix: apart(router, group, all),
    related: more.map(route => ({
      at: route,
      text: { en: `distance ${distance}, too`, id: `distance ${distance} juga` },
    })),
  };
  return [found];
}

/** Each gateway but the first gets a distance that no other route of the table has. */
function apart(router: Router, group: readonly RibRoute[], all: readonly RibRoute[]): Mend | undefined {
  const used = new Set(all.map(({ distance }) => distance));
  const [, ...later] = new Set(group.map(gatewayText));
  const distances = new Map<string, number>();
  for (const gateway of later) {
    let distance = (group[0]?.distance ?? 1) + 1;
    while (used.has(distance)) distance += 1;
    used.add(distance);
    distances.set(gateway, distance);
  }
  const changes = group.flatMap(route => {
    const distance = distances.get(gatewayText(route));
    return distance === undefined ? [] : withDistance(router, route, distance);
  });
  if (changes.some(change => change === undefined)) return undefined;
  return {
    changes: changes.flatMap(change => change ?? []),
    isSafe: false,
    note: {
      en: 'The line that stands first becomes the first one, and the others its backups.',
      id: 'Jalur yang ditulis pertama menjadi jalur utama, yang lain cadangannya.',
    },
  };
}

/** Where the client or the line that brings the route says it. */
function withDistance(router: Router, { source, origin }: RibRoute, distance: number) {
  const sources: readonly (readonly [readonly Changed[], string])[] = [
    [router.routes, 'distance'],
    [router.dhcpClients, 'default-route-distance'],
    [router.interfaces, 'default-route-distance'],
  ];
  // Where a client puts its route into tables by name, each of them has a distance of its own.
  const isByTables = router.dhcpClients.some(
    client => client.origin === origin && client.defaultRouteTables.length > 0,
  );
  const found = sources.flatMap(([items, property]) => {
    const item = items.find(one => one.origin === origin);
    return item ? [set(item, property, `${distance}`)] : [];
  });
  return source === 'modem' || isByTables ? undefined : found[0];
}
