import { type DhcpClient, dialledLines, type Router, tableOfInterface } from '../model/index.ts';
import { defaultPrefix, type Ipv4, type Ipv4Prefix, networkOf, prefixContains } from '../net/index.ts';
import type { Candidate, CandidateGateway } from './candidate.ts';
import { tableVeto } from './candidate-static.ts';
import type { Lease, World } from './world/world.ts';

/** Parts that every route we did not write shares (docs/routeros.md#scope); most lead everywhere. */
const dynamicRoute = {
  destination: defaultPrefix('ipv4'),
  type: 'unicast',
  dynamic: true,
  disabled: false,
  scope: 30,
  targetScope: 10,
} as const;

/** A route that a lease brings. */
interface Brought {
  readonly destination: Ipv4Prefix;
  readonly gateway: CandidateGateway;
}

/**
 * Routes of bound DHCP clients, one per table of `default-route-tables` (else their interface's table), through the
 * client's own interface: the default route by the lease's gateway, and those that the lease itself lists
 * (docs/routeros.md#dhcp-client).
 */
export function dhcpCandidates(router: Router, world: World): Candidate[] {
  return router.dhcpClients
    .filter(client => !client.disabled)
    .flatMap(client => {
      const lease = world.leases[client.interface];
      const brought = lease ? broughtBy(lease, client.addDefaultRoute) : [];
      const tables = tablesOf(router, client);
      return [
        ...(lease?.onLink ?? []).flatMap(host => onLinkRoutes(router, client, host)),
        ...brought.flatMap(one => tables.map(table => dhcpRoute(router, client, one, table))),
      ];
    });
}

/** A lease with routes of its own has its default route among them; `special-classless` adds the gateway's, too. */
function broughtBy(lease: Lease, add: DhcpClient['addDefaultRoute']): Brought[] {
  if (add === 'no') return [];
  const listed = lease.routes ?? [];
  const through = (gateway: Ipv4): CandidateGateway =>
    gateway === '0.0.0.0'
      ? { interface: lease.interface, text: lease.interface }
      : { address: gateway, text: gateway, ...(isOnLink(lease, gateway) && { interface: lease.interface }) };
  const also = listed.length > 0 ? [] : (lease.staticRoutes ?? []);
  const more = [...listed, ...also].map(({ destination, gateway }) => ({
    destination,
    gateway: through(gateway),
  }));
  if (lease.gateway === undefined || (listed.length > 0 && add === 'yes')) return more;
  return [...more, { destination: dynamicRoute.destination, gateway: through(lease.gateway) }];
}

/**
 * A gateway outside the network of the lease is found like that of any other route, which mostly means not at all
 * (docs/routeros.md#dhcp-client); a lease of one address has no network that it could be outside of.
 */
function isOnLink({ address, routes = [], onLink: stated = [] }: Lease, gateway: Ipv4): boolean {
  const onLink = routes.filter(route => route.gateway === '0.0.0.0').map(({ destination }) => destination);
  const networks = [networkOf(address), ...onLink];
  return (
    stated.includes(gateway) ||
    address.length >= 31 ||
    networks.some(network => prefixContains(network, gateway))
  );
}

/**
 * The way to a gateway outside the networks of its lease: like a connected network, in the table where gateways are looked
 * for and in those that the client fills.
 */
function onLinkRoutes(router: Router, client: DhcpClient, host: Ipv4): Candidate[] {
  const own = tableOfInterface(router, client.interface);
  const tables = new Map([[own, client.defaultRouteDistance], ...tablesOf(router, client).map(inTable)]);
  const gateway = { interface: client.interface, text: client.interface };
  return [...tables].map(([table, distance]) => ({
    ...dhcpRoute(router, client, { destination: `${host}/32`, gateway }, { table, distance }),
    ...{ scope: 10, targetScope: 5, checkGateway: 'none' as const },
  }));
}

const inTable = ({ table, distance }: InTable) => [table, distance] as const;

interface InTable {
  readonly table: string;
  readonly distance: number;
}

/** `default` stands for the table that the interface is in anyway. */
function tablesOf(router: Router, client: DhcpClient): readonly InTable[] {
  const { defaultRouteTables: stated, defaultRouteDistance } = client;
  const own = tableOfInterface(router, client.interface);
  if (stated.length === 0) return [{ table: own, distance: defaultRouteDistance }];
  return stated.map(({ table, distance = defaultRouteDistance }) => ({
    table: table === 'default' ? own : table,
    distance,
  }));
}

function dhcpRoute(
  router: Router,
  client: DhcpClient,
  { destination, gateway }: Brought,
  { table, distance }: InTable,
): Candidate {
  return {
    ...dynamicRoute,
    destination,
    table,
    source: 'dhcp',
    distance,
    gateways: [gateway],
    checkGateway: client.checkGateway,
    comment: client.comment,
    origin: client.origin,
    veto: tableVeto(router, table),
  };
}

/** Default routes of lines that are dialled: through the interface itself, as there is no gateway address. */
export function dialledCandidates(router: Router): Candidate[] {
  const lines = dialledLines(router).filter(({ addDefaultRoute }) => addDefaultRoute);
  return lines.map(({ interface: item, defaultRouteDistance }) => ({
    ...dynamicRoute,
    table: tableOfInterface(router, item.name),
    source: item.kind === 'lte' ? 'modem' : 'vpn',
    distance: defaultRouteDistance,
    gateways: [{ interface: item.name, text: item.name }],
    checkGateway: 'none',
    comment: item.comment,
    origin: item.origin,
    veto: undefined,
  }));
}
