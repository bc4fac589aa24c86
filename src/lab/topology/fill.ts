import { freeze } from '../../model/index.ts';
import { prefixRange, printIpv4 } from '../../net/index.ts';
import { usualNetwork } from '../../rib/index.ts';
import type { StatedIsp, StatedTopology } from './schema.ts';
import type { IspTopology, Topology, UpstreamAddresses } from './topology.ts';

/** The whole topology: what was stated, and the usual addresses where nothing was. */
export function fillTopology(stated: StatedTopology, config: string): Topology {
  const { count, network, gateway } = stated.clients;
  return freeze({
    title: stated.title,
    config: stated.config ?? config,
    congestion: stated.congestion,
    router: stated.router,
    clients: network && gateway ? { count, static: { network, gateway } } : { count },
    internet: stated.internet,
    isps: stated.isps.map(fillIsp),
    assume: stated.assume,
    expect: stated.expect,
  });
}

/** The `index`-th ISP: network 10.10.10.0/24, 20.20.20.0/24 … as in the paper, router at .1, lease .254. */
function fillIsp(stated: StatedIsp, index: number): IspTopology {
  const network = stated.network ?? usualNetwork(index, stated.gateway);
  const { from, to } = prefixRange(network);
  return {
    ...stated,
    name: stated.name ?? `isp${index + 1}`,
    network,
    gateway: stated.gateway ?? printIpv4(from + 1),
    lease: stated.lease ?? [printIpv4(to - 1)],
    leaseTime: stated['lease-time'],
    upstream: stated.upstream ?? `198.51.100.${(index + 1) * 4}/30`,
  };
}

/** Both ends of an ISP's upstream network. */
export function upstreamAddresses(isp: IspTopology): UpstreamAddresses {
  const { from } = prefixRange(isp.upstream);
  return { internet: printIpv4(from + 1), isp: printIpv4(from + 2) };
}
