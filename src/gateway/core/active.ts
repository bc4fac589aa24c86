import { isDefault } from '../../net/index.ts';
import type { Rib, RibRoute } from '../../rib/index.ts';
import type { ActiveDefault } from './gateway-event.ts';

/** The default routes that packets may take now, by table. */
export function activeDefaults({ routes }: Rib): ActiveDefault[] {
  return routes.filter(({ active, destination }) => active && isDefault(destination)).map(short);
}

function short({ table, gateways, distance }: RibRoute): ActiveDefault {
  const live = gateways.filter(({ state }) => state === 'reachable');
  const names = live.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface));
  return { table, gateways: live.map(({ text }) => text), interfaces: [...new Set(names)], distance };
}
