import type { ServedLease } from '../../dhcp/index.ts';
import type { DhcpServerService } from '../../linux/index.ts';
import type { Router } from '../../model/index.ts';
import { ipv4ToNumber } from '../../net/index.ts';
import { leaseFaultText } from '../../rib/index.ts';
import { nameOf } from '../../walk/index.ts';
import { type GatewayState, usedLeases } from '../core/index.ts';
import { routerOf } from './line.ts';
import type { LanLeaseReply, LeasesReply, WanLeaseReply } from './network-reply.ts';
import { sourceOf } from './source.ts';

export interface LeasesBasis {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** CLOCK_MONOTONIC, and ms since 1970: both are now. */
  readonly nowMs: number;
  readonly timeMs: number;
  /** What our servers gave, by their interface. */
  readonly served: Readonly<Record<string, readonly ServedLease[]>>;
}

/** Leases of the WANs, and those that we gave. */
export function leasesReply(state: GatewayState, basis: LeasesBasis): LeasesReply {
  const servers = state.reached?.program.dhcpServers ?? [];
  return {
    at: basis.at,
    wan: wanLeases(state, basis),
    lan: servers.flatMap(server => lanLeases(routerOf(state), server, basis.served[server.interface] ?? [])),
    servers: servers.map(({ interface: name, network, ranges }) => ({
      ...{ interface: name, network, given: (basis.served[name] ?? []).length },
      addresses: ranges.reduce((sum, { from, to }) => sum + ipv4ToNumber(to) - ipv4ToNumber(from) + 1, 0),
    })),
  };
}

function wanLeases(state: GatewayState, { nowMs, timeMs }: LeasesBasis): readonly WanLeaseReply[] {
  const router = routerOf(state);
  const { leases, held, refused } = usedLeases(state);
  return router.dhcpClients
    .filter(({ disabled }) => !disabled)
    .map(({ interface: line, origin }) => {
      const expiresAtMs = held[line]?.expiresAtMs;
      const faults = refused.filter(({ lease }) => lease.interface === line);
      return {
        ...{ line, label: nameOf(router, line), source: sourceOf(origin), lease: leases[line] },
        expiresAt:
          expiresAtMs === undefined ? undefined : new Date(timeMs + expiresAtMs - nowMs).toISOString(),
        refused: faults.length === 0 ? undefined : faults.map(({ fault }) => leaseFaultText(fault, 'en')),
      };
    });
}

/** Those that were given, by address, then those that wait for somebody. */
function lanLeases(
  router: Router,
  { interface: name, leases: kept }: DhcpServerService,
  given: readonly ServedLease[],
): readonly LanLeaseReply[] {
  const label = nameOf(router, name);
  const statementOf = (mac: string) =>
    router.dhcpLeases.find(lease => !lease.disabled && lease.macAddress?.toUpperCase() === mac);
  const bound = [...given]
    .sort((a, b) => ipv4ToNumber(a.address) - ipv4ToNumber(b.address))
    .map(({ address, mac, hostname, expiresAtMs }): LanLeaseReply => {
      const statement = statementOf(mac);
      return {
        ...{ interface: name, label, address, mac, hostname, status: 'bound' },
        source: statement && sourceOf(statement.origin),
        comment: statement?.comment ?? '',
        expiresAt: expiresAtMs === undefined ? undefined : new Date(expiresAtMs).toISOString(),
      };
    });
  const waiting = kept
    .filter(one => !given.some(({ mac }) => mac === one.mac.toUpperCase()))
    .map(({ address, mac, name: hostname }): LanLeaseReply => {
      const statement = statementOf(mac.toUpperCase());
      const source = statement && sourceOf(statement.origin);
      const said = { hostname, source, comment: statement?.comment ?? '' };
      return { interface: name, label, address, mac: mac.toUpperCase(), status: 'waiting', ...said };
    });
  return [...bound, ...waiting];
}
