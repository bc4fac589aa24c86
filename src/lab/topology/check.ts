import { type Ipv4Prefix, prefixContains, prefixRange } from '../../net/index.ts';
import type { IspTopology, Topology } from './topology.ts';

/** Something that no schema sees: where in the file, and what. */
export interface TopologyFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** What to do, where it is more than to change one of the two. */
  readonly next?: string | undefined;
}

/** What contradicts itself in a filled topology; empty where it can be built. */
export function checkTopology(topology: Topology): TopologyFault[] {
  return [
    ...topology.isps.flatMap((isp, index) => checkIsp(isp).map(fault => under(index, fault))),
    ...repeated(topology, 'name'),
    ...repeated(topology, 'interface'),
    ...overlaps(topology),
    ...checkClients(topology),
    ...checkLan(topology),
  ];
}

const under = (index: number, fault: TopologyFault): TopologyFault => ({
  ...fault,
  path: ['isps', index, ...fault.path],
});

function checkIsp(isp: IspTopology): TopologyFault[] {
  const faults: TopologyFault[] = [];
  if (!prefixContains(isp.network, isp.gateway)) {
    faults.push({ path: ['gateway'], message: `gateway ${isp.gateway} is not in ${isp.network}` });
  }
  for (const [index, lease] of isp.lease.entries()) {
    const where = { path: ['lease', index] };
    if (!isp.dialled && !prefixContains(isp.network, lease)) {
      faults.push({ ...where, message: `${lease} is not in ${isp.network}` });
    }
    if (lease === isp.gateway) faults.push({ ...where, message: `${lease} is the gateway's own address` });
  }
  if (!isp.upstream.endsWith('/30')) {
    faults.push({ path: ['upstream'], message: `${isp.upstream} is not a /30` });
  }
  if (isp.jitter > isp.delay) {
    faults.push({ path: ['jitter'], message: `${isp.jitter} ms is more than the delay of ${isp.delay} ms` });
  }
  return faults;
}

function repeated(topology: Topology, key: 'name' | 'interface'): TopologyFault[] {
  const seen = new Set<string>();
  return topology.isps.flatMap((isp, index) => {
    if (seen.has(isp[key])) {
      return [{ path: ['isps', index, key], message: `${isp[key]} is already another ISP's ${key}` }];
    }
    seen.add(isp[key]);
    return [];
  });
}

function overlaps(topology: Topology): TopologyFault[] {
  const taken: { network: Ipv4Prefix; owner: string }[] = [
    { network: '203.0.113.0/24', owner: 'the servers' },
    { network: '198.18.0.0/15', owner: 'the servers' },
  ];
  const faults: TopologyFault[] = [];
  for (const [index, isp] of topology.isps.entries()) {
    // Two ISPs at one port are said to be that.
    if (topology.isps.findIndex(other => other.interface === isp.interface) < index) continue;
    for (const key of ['network', 'upstream'] as const) {
      const other = taken.find(({ network }) => overlap(network, isp[key]));
      if (other) faults.push({ path: ['isps', index, key], message: `${isp[key]} overlaps ${other.owner}` });
      taken.push({ network: isp[key], owner: `${isp.name}'s ${key} ${isp[key]}` });
    }
  }
  return faults;
}

/** Have two networks an address in common? */
export function overlap(one: Ipv4Prefix, other: Ipv4Prefix): boolean {
  const [a, b] = [prefixRange(one), prefixRange(other)];
  return a.from <= b.to && b.from <= a.to;
}

function checkClients({ clients }: Topology): TopologyFault[] {
  if (!clients.static || prefixContains(clients.static.network, clients.static.gateway)) return [];
  const { network, gateway } = clients.static;
  return [{ path: ['clients', 'gateway'], message: `gateway ${gateway} is not in ${network}` }];
}

function checkLan({ router, isps }: Topology): TopologyFault[] {
  const isp = isps.find(other => other.interface === router.lan);
  return isp
    ? [{ path: ['router', 'lan'], message: `${router.lan} is already the port of ${isp.name}` }]
    : [];
}
