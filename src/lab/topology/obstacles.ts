import { basename } from 'node:path';
import type { DhcpServer, Origin, Router } from '../../model/index.ts';
import type { Topology } from './topology.ts';

/** Something in the configuration that keeps clients from ever being on the bench; known before it is built. */
export interface Obstacle {
  /**
   * `no-server`: nobody serves DHCP on the LAN's port. `no-address`: its server has no address to serve from. `no-pool`:
   * it has no addresses to give.
   */
  readonly kind: 'no-server' | 'no-address' | 'no-pool';
  /** The LAN's port. */
  readonly port: string;
  /** Ports on which the configuration serves DHCP. */
  readonly elsewhere: readonly string[];
  /** `office.rsc:12`; empty where there is no statement to point at. */
  readonly at: string;
}

/** Why the clients of a bench will get no lease; empty where they may, or have static addresses. */
export function obstaclesOf(router: Router, { router: { lan }, clients }: Topology): readonly Obstacle[] {
  if (clients.static) return [];
  const served = router.dhcpServers.filter(({ disabled }) => !disabled);
  const elsewhere = served.map(one => one.interface).filter(port => port !== lan);
  const server = served.find(one => one.interface === lan);
  const common = { port: lan, elsewhere, at: placeOf(server?.origin ?? served[0]?.origin) };
  if (!server) return [{ ...common, kind: 'no-server' }];
  if (!router.addresses.some(one => !one.disabled && one.interface === lan)) {
    return [{ ...common, kind: 'no-address' }];
  }
  return hasAddresses(router, server) ? [] : [{ ...common, kind: 'no-pool' }];
}

function hasAddresses({ pools, dhcpLeases }: Router, { addressPool, name }: DhcpServer): boolean {
  const pool = pools.find(one => one.name === addressPool && !one.disabled);
  const leases = dhcpLeases.filter(
    ({ disabled, server }) => !disabled && (server === undefined || server === 'all' || server === name),
  );
  return (pool?.ranges.length ?? 0) > 0 || pool?.nextPool !== undefined || leases.length > 0;
}

function placeOf(origin: Origin | undefined): string {
  return origin && origin.menu !== '' ? `${basename(origin.span.file)}:${origin.span.start.line}` : '';
}
