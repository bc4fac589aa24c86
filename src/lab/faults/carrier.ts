import type { LabIsp } from '../build/lab.ts';
import { onNetwork } from '../build/network.ts';

/** Pulls the plug out of the router's port, or puts it back: the other end of a veth decides about the carrier. */
export function setCarrier(isp: LabIsp, present: boolean): void {
  onNetwork(isp.ns, network => {
    if (present) network.setUp(isp.ports.lan);
    else network.setDown(isp.ports.lan);
  });
}
