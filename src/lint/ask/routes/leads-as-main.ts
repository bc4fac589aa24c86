import { mainTable } from '../../../model/index.ts';
import { prefixRange, printIpv4 } from '../../../net/index.ts';
import { Networks, type RibRoute } from '../../../rib/index.ts';
import type { Subject } from '../../subject.ts';

/** Has every active route of a table the next hops that main has for its destination? Of an empty table nobody knows. */
export function leadsAsMain({ well: { rib } }: Subject, table: string): boolean {
  const active = rib.routes.filter(route => route.active);
  const own = active.filter(route => route.table === table);
  const main = new Networks(
    active.filter(route => route.table === mainTable).map(route => [route.destination, route] as const),
  );
  return own.length > 0 && own.every(route => isSameWay(route, main));
}

function isSameWay(route: RibRoute, main: Networks<RibRoute>): boolean {
  const { from } = prefixRange(route.destination);
  const [other] = main.holding(from);
  return other !== undefined && hopsOf(route, from) === hopsOf(other, from);
}

/** On link the next hop is the host itself. */
const hopsOf = ({ gateways }: RibRoute, host: number): string =>
  gateways
    .flatMap(({ nextHops }) => nextHops.map(hop => `${hop.address ?? printIpv4(host)}%${hop.interface}`))
    .join();
