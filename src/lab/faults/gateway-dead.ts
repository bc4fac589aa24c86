import { onNetwork } from '../build/network.ts';
import type { FaultAction } from './fault-action.ts';

const deaf = 'deaf0';

/**
 * The ISP's router receives nothing from the router, carrier and all else being fine: its port becomes one of a bridge that is down,
 * which swallows every frame (br_handle_frame) while the port keeps its address. Two netlink calls, no process.
 */
export const gatewayDead: FaultAction = async ({ isp: { ns, ports } }) => {
  onNetwork(ns, network => {
    network.addBridge(deaf);
    network.setMaster(ports.lan, deaf);
  });
  return async () => {
    onNetwork(ns, network => {
      network.setMaster(ports.lan, '');
      network.port.deleteLink(deaf);
    });
  };
};
