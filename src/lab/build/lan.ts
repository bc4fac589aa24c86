import { disableOffloads } from '../../sys/index.ts';
import type { Topology } from '../topology/topology.ts';
import { clientPort, ispPorts } from './names.ts';
import type { LabNamespaces } from './namespaces.ts';
import { macOf, onNetwork } from './network.ts';

// The two ends of a veth must not have the same ifindex: the kernel then reports a lost carrier only with its next
// non-urgent round, up to a second later (docs/lab-notes.md#carrier-events). Every router port gets its own far range.
const routerIndex = 100;
const ispIndex = 200;
const switchIndex = 300;
// Consecutive indexes make consecutive MACs, which dnsmasq hashes to different addresses. Offers of one address to two
// clients at once end in a NAK, and the second client begins again.
const clientIndex = 400;

/** MAC of the port of client c`index + 1`. */
export const clientMac = (index: number): string => macOf(clientIndex + index);

/** Plugs the router in: its WAN ports into the ISPs' routers, its LAN port into the switch. */
export function plugRouter(topology: Topology, namespaces: LabNamespaces): void {
  const { router, isps } = namespaces;
  onNetwork(router, network => {
    for (const [index, isp] of topology.isps.entries()) {
      const ispRouter = isps[isp.name];
      if (!ispRouter) continue;
      const peer = { name: ispPorts.lan, index: ispIndex + index, ns: ispRouter };
      network.addVeth({ name: isp.interface, index: routerIndex + index, peer });
    }
    const peer = { name: 'p0', index: switchIndex, ns: namespaces.switch };
    network.addVeth({ name: topology.router.lan, index: routerIndex + 90, peer });
    network.setUp('lo');
  });
}

/** Makes the switch one and plugs the clients in. */
export function plugClients({ clients, ...namespaces }: LabNamespaces): void {
  onNetwork(namespaces.switch, network => {
    network.addBridge('br0');
    for (const [index, client] of clients.entries()) {
      const peer = { name: clientPort, index: clientIndex + index, ns: client };
      network.addVeth({ name: `p${index + 1}`, index: switchIndex + 1 + index, peer });
    }
    const ports = ['p0', ...clients.map((_, index) => `p${index + 1}`)];
    for (const port of ports) network.setMaster(port, 'br0');
    network.setUp('br0', ...ports);
  });
  for (const client of clients) {
    // No super-packets here either: counters and ten-packet queues shall see what a real cable carries.
    disableOffloads(clientPort, client);
    onNetwork(client, network => network.setUp('lo', clientPort));
  }
}
