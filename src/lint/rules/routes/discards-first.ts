import type { RibRoute } from '../../../rib/index.ts';
import { gatewayText, statedRoute } from '../../ask/routes/index.ts';
import { set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A route that discards, and no farther than one that leads somewhere (docs/routeros.md#route-selection). */
export const discardsFirst: Rule = {
  id: 'routes/discards-first',
  level: 'error',
  title: {
    en: 'A route that discards comes before one that leads somewhere',
    id: 'Rute yang membuang mendahului rute yang menuju ke suatu tempat',
  },
  why: {
    en: 'Of several routes to one destination the one with the smallest distance is active. A blackhole is meant for when no line is left, and needs a distance that is larger than those of all lines; without one it has 1.',
    id: 'Dari beberapa rute ke satu tujuan, yang aktif adalah yang distance-nya terkecil. Blackhole dipakai kalau semua jalur mati, jadi distance-nya harus lebih besar dari semua jalur; kalau tidak ditulis nilainya 1.',
  },
  check: subject =>
    subject.well.rib.routes.flatMap(route =>
      route.type !== 'unicast' && route.source === 'static' && !route.disabled
        ? findingsOf(subject, route)
        : [],
    ),
};

function findingsOf(subject: Subject, route: RibRoute): Found[] {
  const behind = subject.well.rib.routes.filter(
    one =>
      !one.disabled &&
      one.type === 'unicast' &&
      one.destination === route.destination &&
      one.table === route.table &&
      one.distance >= route.distance,
  );
  const [first] = behind;
  if (!first) return [];
  const isTie = behind.every(one => one.distance === route.distance);
  const [what, ways] = [`${route.type} route to ${route.destination}`, behind.map(gatewayText).join(', ')];
  return [
    {
      at: route,
      ...(isTie && { severity: 'warning' as const }),
      what: isTie
        ? {
            en: `This ${what} has the distance of the one by ${ways} in ${route.table}: RouterOS promises no order between them.`,
            id: `Rute ${route.type} ke ${route.destination} ini punya distance yang sama dengan yang lewat ${ways} di ${route.table}: RouterOS tidak menjamin urutannya.`,
          }
        : {
            en: `This ${what} has distance ${route.distance} in ${route.table}, and the one by ${ways} ${first.distance}: it discards what that one is for.`,
            id: `Rute ${route.type} ke ${route.destination} ini punya distance ${route.distance} di ${route.table}, sedangkan yang lewat ${ways} ${first.distance}: semua paketnya dibuang.`,
          },
      do: {
        en: 'Give it a distance that is larger than those of all lines, such as distance=254.',
        id: 'Beri distance yang lebih besar dari semua jalur, misalnya distance=254.',
      },
      ...fixOf(subject, route, behind),
      related: behind.map(one => ({ at: one, text: { en: 'The other one.', id: 'Yang lain.' } })),
    },
  ];
}

function fixOf({ router }: Subject, route: RibRoute, behind: readonly RibRoute[]) {
  const stated = statedRoute(router, route);
  if (!stated || behind.some(({ distance }) => distance >= 254)) return {};
  const note = {
    en: 'Where the route is turned on by hand to stop everything, it is right as it stands.',
    id: 'Kalau rute ini dinyalakan sendiri untuk menghentikan semuanya, tidak perlu diubah.',
  };
  return { fix: { changes: [set(stated, 'distance', '254')], isSafe: false, note } };
}
