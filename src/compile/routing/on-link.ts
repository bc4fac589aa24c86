import type { ProgramRoute } from '../../linux/index.ts';
import { isIpv4, prefixContains } from '../../net/index.ts';
import { connectedNetwork } from '../../rib/index.ts';
import type { LinuxContext } from '../context.ts';

type Hop = ProgramRoute['nextHops'][number];

/**
 * Says of each next hop that no network of its interface holds that it is on that link: the kernel would not believe it
 * (ip-route(8), `onlink`). Such are gateways of leases with one address, and those that a text pins to an interface.
 */
export function withOnLink(context: LinuxContext, routes: readonly ProgramRoute[]): ProgramRoute[] {
  return routes.map(route =>
    route.nextHops.some(hop => isOffLink(context, hop))
      ? {
          ...route,
          nextHops: route.nextHops.map(hop => (isOffLink(context, hop) ? { ...hop, onLink: true } : hop)),
        }
      : route,
  );
}

function isOffLink({ world }: LinuxContext, { address, interface: name }: Hop): boolean {
  const held = world.interfaces[name]?.addresses;
  if (held === undefined || address === undefined || !isIpv4(address)) return false;
  return !held.map(connectedNetwork).some(network => prefixContains(network, address));
}
