import type { Router } from '../model/index.ts';
import type { LeaseRoutes } from '../rib/index.ts';
import { leaseRouteComments } from '../rsc/index.ts';

/** Static routes that follow a lease by a DHCP client's script, by the client's interface. */
export function leaseRoutesOf(router: Router): LeaseRoutes {
  const clients = router.dhcpClients.filter(({ disabled, script }) => !disabled && script !== '');
  return Object.fromEntries(clients.map(client => [client.interface, leaseRouteComments(client.script)]));
}
