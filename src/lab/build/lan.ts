import { disableOffloads } from '../../sys/index.ts';
import { clientPort } from './names.ts';
import type { LabNamespaces } from './namespaces.ts';
import { macOf, onNetwork } from './network.ts';

// The switch's port to the router has index 300 (router.ts).
const switchIndex = 300;
// Consecutive indexes make consecutive MACs, which dnsmasq hashes to different addresses. Offers of one address to two
// clients at once end in a NAK, and the second client begins again.
const clientIndex = 400;

/** MAC of the port of client c`index + 1`. */
export const clientMac = (index: number): string => macOf(clientIndex + index);

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
