import {
  type DefaultRouteTable,
  type DhcpClient,
  mainTable,
  makeRoute,
  type Route,
  type Router,
  type RouterOsVersion,
} from '../model/index.ts';
import { takes } from '../rsc/index.ts';
import { counted } from '../text/index.ts';
import { type Remarks, remark } from './remark.ts';

/** DHCP clients and the static routes that stand in for what they cannot do. */
export interface DhcpForTarget {
  readonly clients: readonly DhcpClient[];
  readonly routes: readonly Route[];
}

const menu = '/ip dhcp-client';

/**
 * `default-route-tables` exists since 7.18. For older targets each other table gets a static default route that the
 * lease script keeps at the lease's gateway (`leaseRouteComments` knows the idiom); until the first lease it is off.
 */
export function dhcpFor(router: Router, target: RouterOsVersion, remarks: Remarks): DhcpForTarget {
  const clients: DhcpClient[] = [];
  const routes: Route[] = [];
  for (const client of router.dhcpClients) {
    if (takes(target, menu, 'default-route-tables') || client.defaultRouteTables.length === 0)
      clients.push(client);
    else {
      const made = followingRoutes(client);
      clients.push(withScript(client, made));
      routes.push(...made);
      sayReplaced(client, made, remarks);
    }
  }
  return { clients: clients.map(client => uncheck(client, target, remarks)), routes };
}

function sayReplaced(client: DhcpClient, made: readonly Route[], remarks: Remarks): void {
  const what = `default-route-tables needs 7.18; ${counted(made.length, 'static route')} with the lease script ${made.length === 1 ? 'takes' : 'take'} its place.`;
  const todo = 'Enable them after the first lease, or let the lease script do it.';
  remark(remarks, 'warning', 'default-route-tables', client.origin, what, todo);
}

function followingRoutes(client: DhcpClient): readonly Route[] {
  return client.defaultRouteTables
    .filter(one => !isMain(one))
    .map(({ table, distance = client.defaultRouteDistance }) =>
      makeRoute({
        origin: { menu: '/ip route', span: client.origin.span },
        disabled: true,
        comment: `lease of ${client.interface} in ${table}`,
        gateways: [{ interface: client.interface }],
        table,
        distance,
        checkGateway: client.checkGateway,
      }),
    );
}

/** `default` is main by another name. */
const isMain = ({ table }: DefaultRouteTable): boolean => table === mainTable || table === 'default';

function withScript(client: DhcpClient, routes: readonly Route[]): DhcpClient {
  const main = client.defaultRouteTables.find(isMain);
  const sets = routes.map(
    ({ comment }) => `/ip route set [find comment="${comment}"] gateway=$"gateway-address" disabled=no`,
  );
  const script = [client.script, `:if ($bound=1) do={\r\n${sets.join('\r\n')}\r\n}`]
    .filter(text => text !== '')
    .join('\r\n');
  return {
    ...client,
    defaultRouteTables: [],
    addDefaultRoute: main ? client.addDefaultRoute : 'no',
    defaultRouteDistance: main?.distance ?? client.defaultRouteDistance,
    script,
  };
}

/** check-gateway of the DHCP default route exists since 7.19. */
function uncheck(client: DhcpClient, target: RouterOsVersion, remarks: Remarks): DhcpClient {
  if (client.checkGateway === 'none' || takes(target, menu, 'check-gateway')) return client;
  const what = `check-gateway of a DHCP client needs 7.19; its default route in main stays active while the gateway is dead.`;
  remark(
    remarks,
    'error',
    'dhcp-check-gateway',
    client.origin,
    what,
    'Add static default routes with check-gateway.',
  );
  return { ...client, checkGateway: 'none' };
}
