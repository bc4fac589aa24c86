import { openNetlinkPort } from '../../kernel/index.ts';
import { type Ipv4Interface, isIpv4Interface } from '../../net/index.ts';
import type { Lab } from '../build/lab.ts';

/** The addresses that a port of the router has now. */
export function addressesOf({ router }: Lab, port: string): readonly Ipv4Interface[] {
  const kernel = openNetlinkPort(router.ns);
  try {
    const own = kernel.addresses().filter(one => one.interface === port);
    return own.map(({ address }) => address).filter(isIpv4Interface);
  } finally {
    kernel.close();
  }
}
