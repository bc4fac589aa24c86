import { assumeWorld, computeRib, type RibRoute } from '../../rib/index.ts';
import type { OutlineStatement } from '../../rsc/index.ts';
import type { Work } from '../work.ts';

/**
 * Of routes with equal distance v6 has one active, v7 balances over all (docs/routeros.md#route-selection): those
 * behind the first get the next distances, which keeps the order.
 */
export function keepOneActive(work: Work): void {
  const { router } = work;
  const { routes } = computeRib(router, assumeWorld(router).world);
  const groups = new Map<string, RibRoute[]>();
  for (const route of routes) {
    if (route.disabled || route.source === 'connect') continue;
    const key = `${route.table} ${route.destination}`;
    groups.set(key, [...(groups.get(key) ?? []), route]);
  }
  for (const group of groups.values()) spreadDistances(group, work);
}

function spreadDistances(group: readonly RibRoute[], work: Work): void {
  if (!group.some((one, i) => group.slice(0, i).some(other => isRival(one, other)))) return;
  const ordered = group
    .map((route, order) => ({ route, order }))
    .sort(
      (a, b) => a.route.distance - b.route.distance || rankOf(a.route) - rankOf(b.route) || a.order - b.order,
    );
  let last = 0;
  for (const { route } of ordered) {
    const distance = Math.max(route.distance, last + 1);
    last = distance;
    if (distance !== route.distance) setDistance(route, distance, work);
  }
}

/** The first of equals is active: it goes first. */
const rankOf = ({ active, source }: RibRoute): number => (active ? 0 : source === 'static' ? 1 : 2);

const isRival = (a: RibRoute, b: RibRoute): boolean =>
  a.distance === b.distance && gatewaysOf(a) !== gatewaysOf(b);

const gatewaysOf = ({ gateways }: RibRoute): string => gateways.map(({ text }) => text).join();

function setDistance({ source, origin, distance: before }: RibRoute, distance: number, work: Work): void {
  const one = work.madeBy(origin.span.start.offset);
  if (!one || source === 'modem') return;
  work.set(one, source === 'static' ? 'distance' : 'default-route-distance', String(distance));
  sayMoved(one, before, distance, work);
}

function sayMoved(one: OutlineStatement, before: number, distance: number, work: Work): void {
  const what = {
    en: `Of routes with equal distance RouterOS 6 uses one, RouterOS 7 balances over all: this one gets distance ${distance} in place of ${before}, so that it stays behind the other.`,
    id: `Dari rute dengan distance sama RouterOS 6 memakai satu, RouterOS 7 membagi ke semuanya: yang ini mendapat distance ${distance}, bukan ${before}, supaya tetap di belakang yang lain.`,
  };
  work.say(one, 'warning', 'equal-distance', what, {
    en: 'Give them equal distances if both are to be used.',
    id: 'Samakan distance-nya bila keduanya ingin dipakai.',
  });
}
