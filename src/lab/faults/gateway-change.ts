import { type Ipv4, ipv4ToNumber, prefixRange, printIpv4, splitPrefix } from '../../net/index.ts';
import { sleep } from '../../sys/index.ts';
import { onNetwork } from '../build/network.ts';
import type { IspTopology } from '../topology/topology.ts';
import { setCarrier } from './carrier.ts';
import type { FaultAction, FaultTarget } from './fault-action.ts';

/** Long enough for every DHCP client to see that the carrier was away. */
const bounceMs = 300;

/** The ISP's router restarts with another gateway address and gives that one out by DHCP; the old one does not answer any more. */
export const gatewayChange: FaultAction = async target => {
  if (target.isp.topology.dialled) {
    throw new RangeError(
      'the gateway of a line that is dialled is its peer: it cannot change while the line is up',
    );
  }
  const { gateway } = target.isp.topology;
  const other = otherGateway(target.isp.topology);
  await move(target, gateway, other);
  return () => move(target, other, gateway);
};

async function move({ isp, serveGateway }: FaultTarget, from: Ipv4, to: Ipv4): Promise<void> {
  const { length } = splitPrefix(isp.topology.network);
  setCarrier(isp, false);
  onNetwork(isp.ns, network => {
    network.removeAddress(isp.ports.lan, `${from}/${length}`);
    network.addAddress(isp.ports.lan, `${to}/${length}`);
  });
  await Promise.all([serveGateway(to), sleep(bounceMs)]);
  setCarrier(isp, true);
}

/** The first address of the network that is neither the gateway nor a lease. */
function otherGateway({ network, gateway, lease }: IspTopology): Ipv4 {
  const { from, to } = prefixRange(network);
  const taken = new Set([gateway, ...lease].map(ipv4ToNumber));
  for (let address = from + 1; address < to; address++) if (!taken.has(address)) return printIpv4(address);
  throw new RangeError(`${network} has no second address for a gateway`);
}
