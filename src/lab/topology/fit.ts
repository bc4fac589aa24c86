import type { Device } from '../../linux/index.ts';
import { dialledLines, freeze, type Router } from '../../model/index.ts';
import { assumedLeases } from '../../rib/index.ts';
import { routerPorts } from './router-ports.ts';
import { sharesOf } from './shares.ts';
import { tablesInUse } from './tables-in-use.ts';
import type { IspTopology, Topology } from './topology.ts';

/**
 * A topology with what only the configuration says: which lines are dialled, with the lease that every command assumes
 * for them unless the topology states another, which interfaces the router has, and how it divides connections.
 */
export function fitTopology(topology: Topology, router: Router, devices: readonly Device[] = []): Topology {
  const named = topologyOn(topology, devices);
  const shares = sharesOf(router, named.assume);
  const isps = named.isps.map(isp => ({ ...fitIsp(isp, router), share: shares.get(isp.interface) }));
  const fitted = { ...named, isps };
  const ports = routerPorts(router, fitted);
  return freeze({ ...fitted, router: { ...named.router, ports, tables: tablesInUse(router) } });
}

/** A topology whose ports are called as the Linux devices that they are. */
export function topologyOn(topology: Topology, devices: readonly Device[]): Topology {
  const names = new Map(devices.map(one => [one.interface, one.device]));
  const rename = (name: string): string => names.get(name) ?? name;
  return {
    ...topology,
    isps: topology.isps.map(isp => ({ ...isp, interface: rename(isp.interface) })),
    router: { ...topology.router, lan: rename(topology.router.lan) },
  };
}

function fitIsp(isp: IspTopology, router: Router): IspTopology {
  const isDialled = dialledLines(router).some(line => line.interface.name === isp.interface);
  if (!isDialled) return isp;
  const lease = assumedLeases(router).find(one => one.interface === isp.interface);
  if (!isp.usual || !lease?.gateway) return { ...isp, dialled: true };
  return {
    ...isp,
    dialled: true,
    gateway: lease.gateway,
    lease: [lease.address.address],
    network: `${lease.gateway}/32`,
  };
}
