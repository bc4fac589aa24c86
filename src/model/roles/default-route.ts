import { ipv4ToNumber, isDefault, prefixRange } from '../../net/index.ts';
import { networkReached } from '../items/address.ts';
import { type Gateway, mainTable } from '../items/route.ts';
import type { Router } from '../router.ts';
import { evidenceAt, type RoleEvidence } from './evidence.ts';

/** Interfaces by which a default route of any table leaves. */
export function defaultRouteEvidence(router: Router): RoleEvidence[] {
  const places = placesOf(router);
  return evidenceAt(
    router.routes.filter(({ destination }) => isDefault(destination)),
    ({ gateways, table }) =>
      gateways
        .flatMap(gateway => gatewayInterfaces(places, gateway, 4))
        .map(name => ({
          interface: name,
          role: 'wan',
          // A table of its own may lead what it is for to a host inside: a proxy, a cache.
          kind: table === mainTable ? 'default-route' : 'table-route',
          what: {
            en: `A default route of table ${table} leaves by ${name}.`,
            id: `Rute default tabel ${table} keluar lewat ${name}.`,
          },
        })),
  );
}

/** Where a gateway lies: said, on a configured network, or behind another route (canaries), `depth` routes deep. */
function gatewayInterfaces(places: Places, gateway: Gateway, depth: number): readonly string[] {
  const { address } = gateway;
  if (gateway.interface !== undefined) return [gateway.interface];
  if (address === undefined || depth === 0) return [];
  const value = ipv4ToNumber(address);
  const holds = ({ from, to }: Range): boolean => from <= value && value <= to;
  const connected = places.networks.filter(holds).map(({ of }) => of);
  if (connected.length > 0) return connected;
  return places.routes
    .filter(holds)
    .flatMap(({ of }) => of.flatMap(next => gatewayInterfaces(places, next, depth - 1)));
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Networks with their interfaces, and routes behind which a gateway may lie, as ranges: each is asked many times. */
interface Places {
  readonly networks: readonly (Range & { readonly of: string })[];
  readonly routes: readonly (Range & { readonly of: readonly Gateway[] })[];
}

const placesOf = ({ addresses, routes }: Router): Places => ({
  networks: addresses
    .filter(({ disabled }) => !disabled)
    .map(item => ({ ...prefixRange(networkReached(item)), of: item.interface })),
  routes: routes
    .filter(({ destination }) => !isDefault(destination))
    .map(({ destination, gateways }) => ({ ...prefixRange(destination), of: gateways })),
});
