import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dnsmasqServices, type Service, startService } from '../../dhcp/index.ts';
import type { DhcpServerService } from '../../linux/index.ts';
import { noOrigin } from '../../model/index.ts';
import { defaultPrefix, type Ipv4, splitPrefix } from '../../net/index.ts';
import { disableOffloads, type Namespace, runAsync } from '../../sys/index.ts';
import { upstreamAddresses } from '../topology/fill.ts';
import type { IspTopology } from '../topology/topology.ts';
import { keepRoot } from './keep-root.ts';
import { ispPorts } from './names.ts';
import { type LabNetwork, onNetwork } from './network.ts';

/** Addresses, routes and rate limits of an ISP's router, whose ports exist; `plugs` are those that only give a carrier. */
export function addressIsp(ns: Namespace, isp: IspTopology, plugs: readonly string[]): void {
  const upstream = upstreamAddresses(isp);
  disableOffloads(ispPorts.wan, ns);
  onNetwork(ns, network => {
    network.setUp('lo', ...plugs, ispPorts.lan, ispPorts.wan);
    if (isp.dialled) network.addAddress(ispPorts.lan, `${isp.gateway}/32`, isp.lease[0]);
    else network.addAddress(ispPorts.lan, `${isp.gateway}/${splitPrefix(isp.network).length}`);
    network.addAddress(ispPorts.wan, `${upstream.isp}/30`);
    network.setRoute({
      destination: defaultPrefix('ipv4'),
      gateway: upstream.internet,
      interface: ispPorts.wan,
    });
    limit(network, isp);
  });
}

/**
 * Addresses are translated on the way to the Internet: every ISP's users are seen as its one upstream address. Names are
 * asked of the provider's box as well as of any resolver: it hands them on.
 */
export function translate(ns: Namespace, isp: IspTopology): Promise<unknown> {
  return runAsync(['nft', '-f', '-'], { ns, input: natText(isp) });
}

const natText = (isp: IspTopology): string => `table ip nat {
  chain prerouting {
    type nat hook prerouting priority dstnat
    iifname "${ispPorts.lan}" ip daddr ${isp.gateway} udp dport 53 dnat to ${upstreamAddresses(isp).internet}
    iifname "${ispPorts.lan}" ip daddr ${isp.gateway} tcp dport 53 dnat to ${upstreamAddresses(isp).internet}
  }
  chain postrouting {
    type nat hook postrouting priority srcnat;
    oifname "${ispPorts.wan}" masquerade
  }
}
`;

/** Timer ticks a second at which tbf may refill; 250 is Debian's kernel and ours. */
const ticks = 250;

/** Download is limited where it leaves the ISP's router towards the router under test, upload where it leaves towards the Internet. */
export function limit(network: LabNetwork, { rate, queue }: Pick<IspTopology, 'rate' | 'queue'>): void {
  const directions = [
    [ispPorts.lan, rate.download],
    [ispPorts.wan, rate.upload],
  ] as const;
  for (const [port, bits] of directions) {
    if (bits === undefined) continue;
    const burst = Math.max(3000, Math.ceil((bits / 8 / ticks) * 2));
    network.setLimit(port, { rate: bits, burst, limit: queue * 1500 });
  }
}

/** Starts the ISP's DHCP server; undefined where the ISP has none. `folder` keeps its leases. */
export function serveLeases(
  ns: Namespace,
  isp: IspTopology,
  gateway: Ipv4,
  folder: string,
): Service | undefined {
  if (isp.lease.length === 0 || isp.dialled) return undefined;
  const own = join(folder, isp.name);
  mkdirSync(own, { recursive: true });
  const [spec] = dnsmasqServices({ dhcpServers: [leaseService(isp, gateway)], dns: undefined }, own);
  return spec && startService(keepRoot({ ...spec, name: `${isp.name} ${spec.name}` }), { ns });
}

function leaseService(isp: IspTopology, gateway: Ipv4): DhcpServerService {
  return {
    origin: noOrigin,
    interface: ispPorts.lan,
    network: isp.network,
    ranges: isp.lease.map(address => ({ from: address, to: address })),
    leaseTime: isp.leaseTime,
    gateway: [gateway],
    dns: [upstreamAddresses(isp).internet],
    ntp: [],
    authoritative: true,
    leases: [],
  };
}
