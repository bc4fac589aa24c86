import { type DhcpClient, dialledLines, mainTable, type Router } from '../model/index.ts';
import { defaultPrefix } from '../net/index.ts';
import type { Candidate, CandidateGateway } from './candidate.ts';
import { tableVeto } from './candidate-static.ts';
import type { World } from './world/world.ts';

/** Parts that every default route we did not write shares (docs/routeros.md#scope). */
const dynamicDefault = {
  destination: defaultPrefix('ipv4'),
  type: 'unicast',
  dynamic: true,
  disabled: false,
  scope: 30,
  targetScope: 10,
} as const;

/**
 * Default routes of bound DHCP clients, one per table of `default-route-tables` (else main): their
 * gateway is the lease's, on the client's own interface (docs/routeros.md#dhcp-client).
 */
export function dhcpCandidates(router: Router, world: World): Candidate[] {
  return router.dhcpClients
    .filter(client => !client.disabled && client.addDefaultRoute !== 'no')
    .flatMap(client => {
      const address = world.leases[client.interface]?.gateway;
      if (address === undefined) return [];
      const gateway = { address, interface: client.interface, text: address };
      return tablesOf(client).map(({ table, distance }) =>
        dhcpDefault(router, client, gateway, table, distance),
      );
    });
}

function tablesOf(client: DhcpClient): readonly { readonly table: string; readonly distance: number }[] {
  return client.defaultRouteTables.length > 0
    ? client.defaultRouteTables
    : [{ table: mainTable, distance: client.defaultRouteDistance }];
}

function dhcpDefault(
  router: Router,
  client: DhcpClient,
  gateway: CandidateGateway,
  table: string,
  distance: number,
): Candidate {
  return {
    ...dynamicDefault,
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
    ...dynamicDefault,
    table: mainTable,
    source: item.kind === 'lte' ? 'modem' : 'vpn',
    distance: defaultRouteDistance,
    gateways: [{ interface: item.name, text: item.name }],
    checkGateway: 'none',
    comment: item.comment,
    origin: item.origin,
    veto: undefined,
  }));
}
