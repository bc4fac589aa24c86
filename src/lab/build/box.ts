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
import { boxPorts } from './names.ts';
import { type LabNetwork, onNetwork } from './network.ts';

/** Addresses, routes and rate limits of a provider's box, whose ports exist. */
export function addressBox(ns: Namespace, isp: IspTopology): void {
  const upstream = upstreamAddresses(isp);
  disableOffloads(boxPorts.wan, ns);
  onNetwork(ns, network => {
    network.setUp('lo', boxPorts.lan, boxPorts.wan);
    network.addAddress(boxPorts.lan, `${isp.gateway}/${splitPrefix(isp.network).length}`);
    network.addAddress(boxPorts.wan, `${upstream.isp}/30`);
    network.setRoute({
      destination: defaultPrefix('ipv4'),
      gateway: upstream.internet,
      interface: boxPorts.wan,
    });
    limit(network, isp);
  });
}

/** Addresses are translated on the way to the Internet: every ISP's users are seen as its one upstream address. */
export function translate(ns: Namespace): Promise<unknown> {
  return runAsync(['nft', '-f', '-'], { ns, input: natText });
}

const natText = `table ip nat {
  chain postrouting {
    type nat hook postrouting priority srcnat;
    oifname "${boxPorts.wan}" masquerade
  }
}
`;

/** Timer ticks a second at which tbf may refill; 250 is Debian's kernel and ours. */
const ticks = 250;

/** Download is limited where it leaves the box towards the router, upload where it leaves towards the Internet. */
function limit(network: LabNetwork, { rate, queue }: IspTopology): void {
  const directions = [
    [boxPorts.lan, rate.download],
    [boxPorts.wan, rate.upload],
  ] as const;
  for (const [port, bits] of directions) {
    if (bits === undefined) continue;
    const burst = Math.max(3000, Math.ceil((bits / 8 / ticks) * 2));
    network.setLimit(port, { rate: bits, burst, limit: queue * 1500 });
  }
}

/** Starts the box's DHCP server; undefined where the ISP has none. `folder` keeps its leases. */
export function serveLeases(
  ns: Namespace,
  isp: IspTopology,
  gateway: Ipv4,
  folder: string,
): Service | undefined {
  if (isp.lease.length === 0) return undefined;
  const own = join(folder, isp.name);
  mkdirSync(own, { recursive: true });
  const [spec] = dnsmasqServices({ dhcpServers: [leaseService(isp, gateway)], dns: undefined }, own);
  return spec && startService(keepRoot({ ...spec, name: `${isp.name} ${spec.name}` }), { ns });
}

function leaseService(isp: IspTopology, gateway: Ipv4): DhcpServerService {
  return {
    origin: noOrigin,
    interface: boxPorts.lan,
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
