import { dnsmasqServices, type Service, startService } from '../../dhcp/index.ts';
import { noOrigin } from '../../model/index.ts';
import { disableOffloads, type Namespace } from '../../sys/index.ts';
import { upstreamAddresses } from '../topology/fill.ts';
import type { Topology } from '../topology/topology.ts';
import { keepRoot } from './keep-root.ts';
import { cablePort, serverNetworks } from './names.ts';
import { onNetwork } from './network.ts';

/** Makes every server and host of the Internet an address of this namespace. */
export function addressInternet(ns: Namespace, topology: Topology): void {
  onNetwork(ns, network => {
    network.setUp('lo', ...topology.isps.map(({ name }) => cablePort(name)));
    for (const isp of topology.isps) {
      const port = cablePort(isp.name);
      disableOffloads(port, ns);
      network.addAddress(port, `${upstreamAddresses(isp).internet}/30`);
      // The connected route again, because only a route of our own can pin the congestion control.
      network.setRoute({ destination: isp.upstream, interface: port, congestion: topology.congestion });
    }
    for (const destination of serverNetworks)
      network.setRoute({ destination, interface: 'lo', type: 'local' });
    for (const host of topology.internet.hosts) {
      network.setRoute({ destination: `${host}/32`, interface: 'lo', type: 'local' });
    }
  });
}

/** The resolver: on each ISP's upstream address and on the named hosts (8.8.8.8 …), knowing the topology's names. */
export function serveNames(ns: Namespace, topology: Topology, folder: string): Service | undefined {
  const dns = {
    origin: noOrigin,
    interfaces: topology.isps.map(({ name }) => cablePort(name)),
    servers: [],
    static: Object.entries(topology.internet.names).map(([name, address]) => ({ name, address })),
  };
  const [spec] = dnsmasqServices({ dhcpServers: [], dns }, folder);
  // Names below them too: a question that nobody asked before is in no cache.
  const below = Object.entries(topology.internet.names).map(
    ([name, address]) => `--address=/${name}/${address}`,
  );
  const hosts = topology.internet.hosts.map(host => `--listen-address=${host}`);
  return (
    spec && startService(keepRoot({ name: 'internet dns', argv: [...spec.argv, ...hosts, ...below] }), { ns })
  );
}
