import { freeze } from '../../model/index.ts';
import { prefixRange, printIpv4 } from '../../net/index.ts';
import { usualNetwork } from '../../rib/index.ts';
import type { StatedIsp, StatedTopology } from './schema.ts';
import type { IspTopology, RouterPort, Topology, UpstreamAddresses } from './topology.ts';

/** An ISP with what the configuration alone says: is it a line that is dialled? */
export type KnownIsp = StatedIsp & { readonly dialled?: boolean; readonly usual?: boolean };

/** What is stated, or known from the configuration. */
export type KnownTopology = Omit<StatedTopology, 'isps'> & { readonly isps: readonly KnownIsp[] };

/** A name that can be asked for where a topology has none of its own (RFC 2606). */
const usualNames = { 'example.com': '203.0.113.1' } as const;

/** The whole topology: what is stated or known, and the usual values where nothing is. */
export function fillTopology(stated: KnownTopology, config: string): Topology {
  const { count, network, gateway } = stated.clients;
  const isps = stated.isps.map(fillIsp);
  const { lan = 'ether4' } = stated.router;
  const { servers, hosts = [], names = usualNames } = stated.internet;
  return freeze({
    title: stated.title,
    config: stated.config ?? config,
    congestion: stated.congestion,
    router: { lan, ports: plainPorts(isps, lan), tables: [], asks: [], namesFromPeers: false },
    clients: network && gateway ? { count, static: { network, gateway } } : { count },
    internet: { servers, hosts, names },
    isps,
    connections: stated.connections,
    faults: stated.faults,
    assume: stated.assume,
    expect: stated.expect,
  });
}

/** The `index`-th ISP: network 10.10.10.0/24, 20.20.20.0/24 … as in the paper, router at .1, lease .254. */
function fillIsp(stated: KnownIsp, index: number): IspTopology {
  const network = stated.network ?? usualNetwork(index, stated.gateway);
  const { from, to } = prefixRange(network);
  return {
    ...stated,
    name: stated.name ?? `isp${index + 1}`,
    network,
    gateway: stated.gateway ?? printIpv4(from + 1),
    lease: stated.lease ?? [printIpv4(to - 1)],
    dialled: stated.dialled ?? false,
    usual: stated.usual ?? isSilent(stated),
    leaseTime: stated['lease-time'],
    upstream: stated.upstream ?? `198.51.100.${(index + 1) * 4}/30`,
  };
}

/** Is nothing stated of its addresses? */
export const isSilent = ({ network, gateway, lease }: StatedIsp): boolean => !network && !gateway && !lease;

/** A router of Ethernet ports alone, as long as no configuration says otherwise. */
function plainPorts(isps: readonly IspTopology[], lan: string): RouterPort[] {
  const common = { kind: 'ethernet', made: 'port', on: [], mtu: 1500 } as const;
  const lines = isps.map(({ name, interface: port }) => ({
    ...common,
    name: port,
    end: { kind: 'isp', isp: name } as const,
  }));
  return [...lines, { ...common, name: lan, end: { kind: 'lan' } }];
}

/** Both ends of an ISP's upstream network. */
export function upstreamAddresses(isp: IspTopology): UpstreamAddresses {
  const { from } = prefixRange(isp.upstream);
  return { internet: printIpv4(from + 1), isp: printIpv4(from + 2) };
}
