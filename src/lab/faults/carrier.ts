import type { LabIsp } from '../build/lab.ts';
import { onNetwork } from '../build/network.ts';

/**
 * Pulls the plug out of the router's port, or puts it back: the other end of a veth decides about the carrier. A line
 * that is dialled falls with what carries it, and has its address only while it is up.
 */
export function setCarrier(isp: LabIsp, present: boolean): void {
  const ends = [...isp.plugs, isp.ports.lan];
  if (!present) hang(isp, present);
  onNetwork(isp.ns, network => {
    if (present) network.setUp(...ends);
    else for (const end of ends) network.setDown(end);
  });
  if (present) hang(isp, present);
}

function hang({ line }: LabIsp, up: boolean): void {
  if (!line) return;
  const own = `${line.address}/32`;
  onNetwork(line.ns, network => {
    const held = network.port.addresses().some(one => one.interface === line.interface);
    if (up && !held) network.addAddress(line.interface, own, line.peer);
    if (!up && held) network.removeAddress(line.interface, own, line.peer);
  });
}
