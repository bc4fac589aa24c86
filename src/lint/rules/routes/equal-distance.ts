import { mainTable, semanticsOf } from '../../../model/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { byTable, defaultRoutes, gatewayText, outsOf } from '../../ask/routes.ts';
import type { Found, Rule } from '../../rule.ts';

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
    [...byTable(defaultRoutes(subject))].flatMap(([table, routes]) =>
      groupsOf(routes).flatMap(group =>
        finding(table, group, semanticsOf(subject.router.version).ecmp === 'ecmp'),
      ),
    ),
};

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

function finding(table: string, group: readonly RibRoute[], isEcmp: boolean): Found[] {
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
    related: more.map(route => ({
      at: route,
      text: { en: `distance ${distance}, too`, id: `distance ${distance} juga` },
    })),
  };
  return [found];
}
