import { freeze, type Router, tablesInUse } from '../../model/index.ts';
import { asksOf } from './asks.ts';
import { routerPorts } from './router-ports.ts';
import { sharesOf } from './shares.ts';

import type { Topology } from './topology.ts';

/**
 * A topology with what only the configuration says of its router: which interfaces it has, which tables it uses, and how
 * it divides connections.
 */
export function fitTopology(topology: Topology, router: Router): Topology {
  const shares = sharesOf(router, topology.assume, topology.router.lan);
  const isps = topology.isps.map(isp => ({ ...isp, share: shares.get(isp.interface) }));
  const fitted = { ...topology, isps };
  const { lan } = topology.router;
  const ports = routerPorts(router, fitted);
  const known = { tables: tablesInUse(router), namesFromPeers: namesFromPeers(router, topology) };
  const whole = { ...fitted, router: { ...topology.router, lan, ports, ...known } };
  return freeze({ ...whole, router: { ...whole.router, asks: asksOf(router, whole) } });
}

function namesFromPeers({ dns }: Router, { isps }: Topology): boolean {
  const served = isps.some(({ dialled, lease }) => !dialled && lease.length > 0);
  return dns.servers.length === 0 && !served && isps.some(({ dialled }) => dialled);
}
