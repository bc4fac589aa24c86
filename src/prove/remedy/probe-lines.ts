import { isDefault, splitPrefix } from '../../net/index.ts';
import type { RibRoute } from '../../rib/index.ts';
import type { Prepared } from '../../walk/index.ts';

/** Public hosts that answer to ping: any other that does will do as well. */
export const wellKnownHosts = [
  '1.1.1.1',
  '8.8.8.8',
  '9.9.9.9',
  '208.67.222.222',
  '1.0.0.1',
  '8.8.4.4',
  '149.112.112.112',
  '208.67.220.220',
  '9.9.9.10',
  '149.112.112.10',
];

/**
 * A default route that sees what is dead behind its gateway: it is resolved and checked through a host of the Internet,
 * to which a route of its own leads by that WAN (docs/routeros.md#recursive-failover).
 */
export function throughProbe({ setup, router, rib, wans }: Prepared, route: RibRoute | undefined): string[] {
  if (!route || !isDefault(route.destination)) return [];
  const [gateway, ...more] = route.gateways;
  // Each WAN another one, so that the lines for several do not get into each other's way.
  const free = wellKnownHosts.filter(address => !isNamed({ router, rib }, address));
  const probe = free[wans.indexOf(gateway?.nextHops[0]?.interface ?? '')];
  if (!gateway || more.length > 0 || gateway.recursive || probe === undefined) return [];
  const target = setup.semantics.scopeLift ? 11 : 10;
  const host = (by: string): string => `/ip route add dst-address=${probe}/32 gateway=${by} scope=10`;
  const checked = `target-scope=${target} check-gateway=ping`;
  if (route.source === 'static' && /^[\w.-]+$/.test(gateway.text))
    return [
      host(gateway.text),
      `/ip route set [find dst-address=0.0.0.0/0 gateway=${gateway.text}] gateway=${probe} ${checked}`,
    ];
  const line = router.interfaces.find(
    ({ name, kind }) => kind === 'pppoe-client' && name === gateway.nextHops[0]?.interface,
  );
  if (route.source !== 'vpn' || !line || !/^[\w.-]+$/.test(line.name)) return [];
  return [
    host(line.name),
    `/ip route add dst-address=0.0.0.0/0 gateway=${probe} distance=${route.distance} ${checked}`,
    `/interface pppoe-client set [find name=${line.name}] add-default-route=no`,
  ];
}

/** Is an address a route's destination or gateway, or one that the router asks for something else? */
function isNamed({ router, rib }: Pick<Prepared, 'router' | 'rib'>, address: string): boolean {
  const isOfRoute = rib.routes.some(
    ({ destination, gateways }) =>
      splitPrefix(destination).address === address || gateways.some(({ text }) => text.startsWith(address)),
  );
  return (
    isOfRoute ||
    router.dns.servers.some(server => server === address) ||
    router.netwatch.some(({ host }) => host === address)
  );
}
