import type { Router } from '../model/index.ts';
import { settledWorld } from './settled.ts';
import type { InterfaceState, Lease, World } from './world.ts';

/** What to assume where no machine can be asked. */
export interface Assumptions {
  /** Leases that the DHCP clients hold. */
  readonly leases?: readonly Lease[] | undefined;
  /** Interfaces that are not running; all others are. */
  readonly down?: readonly string[] | undefined;
  /** Checked gateways (`GatewayCheck.key`) that do not answer. */
  readonly unreachable?: readonly string[] | undefined;
}

/** Interfaces the configuration describes; where it describes none, those that it uses. */
export function namedInterfaces(router: Router): string[] {
  if (router.interfaces.length > 0) return router.interfaces.map(({ name }) => name);
  const used = [router.addresses, router.dhcpClients, router.dhcpServers].flatMap(items =>
    items.filter(({ disabled }) => !disabled).map(item => item.interface),
  );
  return [...new Set(used)];
}

/** A world in which the configuration is carried out: all its interfaces run, with their addresses and leases. */
export function assumedWorld(
  router: Router,
  { leases = [], down = [], unreachable = [] }: Assumptions,
): World {
  const off = router.interfaces.filter(({ disabled }) => disabled).map(({ name }) => name);
  const interfaces: Record<string, InterfaceState> = {};
  for (const name of namedInterfaces(router)) {
    interfaces[name] = { name, running: ![...down, ...off].includes(name), addresses: [] };
  }
  const byInterface = Object.fromEntries(leases.map(lease => [lease.interface, lease]));
  return settledWorld(router, { interfaces, leases: byInterface, unreachable });
}
