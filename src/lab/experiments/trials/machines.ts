import type { IpAddress, Router } from '../../../model/index.ts';
import { defaultPrefix, type Ipv4, networkOf, prefixRange, printIpv4 } from '../../../net/index.ts';
import type { Lab, LabMachine } from '../../build/lab.ts';
import { onNetwork } from '../../build/network.ts';

/** The router's address on the network of a machine, and a free one beside it. */
export interface MachinePlace {
  readonly gateway: Ipv4;
  readonly address: Ipv4;
  readonly length: number;
}

/** Where the machine on an interface is; undefined: the router has no address there. */
export function placeOn({ addresses }: Router, on: string): MachinePlace | undefined {
  const own = addresses.find(one => !one.disabled && one.interface === on && one.address.length < 31);
  return own && { gateway: own.address.address, address: freeBeside(own), length: own.address.length };
}

/** The last host of the network that is not the router. */
function freeBeside({ address }: IpAddress): Ipv4 {
  const { to } = prefixRange(networkOf(address));
  const last = printIpv4(to - 1);
  return last === address.address ? printIpv4(to - 2) : last;
}

/** Gives every machine a static address on its network, and the router as its gateway. */
export function settleMachines(lab: Lab, router: Router): void {
  for (const machine of lab.machines) {
    const place = placeOn(router, machine.on);
    if (place) useAddress(machine, place, lab.topology.congestion);
  }
}

/** Gives a machine its only address, and its way out where it has a gateway. */
export function useAddress(
  { ns, interface: port }: LabMachine,
  { address, length, gateway }: Omit<MachinePlace, 'gateway'> & { readonly gateway: Ipv4 | undefined },
  congestion: string,
): void {
  onNetwork(ns, network => {
    for (const held of network.port.addresses().filter(one => one.interface === port)) {
      network.port.deleteAddress(port, held.address);
    }
    network.addAddress(port, `${address}/${length}`);
    if (gateway === undefined) return;
    network.setRoute({ destination: defaultPrefix('ipv4'), gateway, interface: port, congestion });
  });
}
