import { type Ipv4, isDefault, prefixContains } from '../../net/index.ts';
import { networkReached } from '../items/address.ts';
import { type Gateway, mainTable } from '../items/route.ts';
import type { Router } from '../router.ts';
import { evidenceAt, type RoleEvidence } from './evidence.ts';

/** Interfaces by which a default route of any table leaves. */
export function defaultRouteEvidence(router: Router): RoleEvidence[] {
  return evidenceAt(
    router.routes.filter(({ destination }) => isDefault(destination)),
    ({ gateways, table }) =>
      gateways
        .flatMap(gateway => gatewayInterfaces(router, gateway, 4))
        .map(name => ({
          interface: name,
          role: 'wan',
          // A table of its own may lead what it is for to a host inside: a proxy, a cache.
          kind: table === mainTable ? 'default-route' : 'table-route',
          what: `A default route of table ${table} leaves by ${name}.`,
        })),
  );
}

/** Where a gateway lies: said, on a configured network, or behind another route (canaries), `depth` routes deep. */
function gatewayInterfaces(router: Router, gateway: Gateway, depth: number): string[] {
  const { address } = gateway;
  if (gateway.interface !== undefined) return [gateway.interface];
  if (address === undefined || depth === 0) return [];
  const connected = connectedInterfaces(router, address);
  if (connected.length > 0) return connected;
  return router.routes
    .filter(({ destination }) => !isDefault(destination) && prefixContains(destination, address))
    .flatMap(route => route.gateways.flatMap(next => gatewayInterfaces(router, next, depth - 1)));
}

const connectedInterfaces = ({ addresses }: Router, gateway: Ipv4): string[] =>
  addresses
    .filter(item => !item.disabled && prefixContains(networkReached(item), gateway))
    .map(item => item.interface);
