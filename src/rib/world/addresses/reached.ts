import type { Route, Router } from '../../../model/index.ts';
import type { Ipv4 } from '../../../net/index.ts';

/** The addresses of a route's gateways, and of those that host routes lead to them by, `depth` routes deep. */
export function reached(router: Router, { gateways }: Route, depth = 4): Ipv4[] {
  return gateways.flatMap(({ address }) => {
    if (address === undefined || depth === 0) return [];
    const further = router.routes.filter(
      ({ disabled, destination }) => !disabled && destination === `${address}/32`,
    );
    return [address, ...further.flatMap(route => reached(router, route, depth - 1))];
  });
}
