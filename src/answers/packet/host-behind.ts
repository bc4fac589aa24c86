import { type Router, rolesOf } from '../../model/index.ts';
import { type Ipv4, prefixRange, printIpv4 } from '../../net/index.ts';
import { connectedNetwork, type World } from '../../rib/index.ts';

/** The last host of a LAN's first network that is not the router: whom a question about that port means. */
export function hostBehind(router: Router, world: World, name: string): Ipv4 | undefined {
  if (rolesOf(router).wans.includes(name)) return undefined;
  const own = Object.values(world.interfaces).flatMap(({ addresses }) =>
    addresses.map(({ address }) => address),
  );
  const [first] = world.interfaces[name]?.addresses ?? [];
  if (first === undefined) return undefined;
  const { from, to } = prefixRange(connectedNetwork(first));
  for (let last = to - 1; last > from; last--) {
    const host = printIpv4(last);
    if (!own.includes(host)) return host;
  }
  return undefined;
}
