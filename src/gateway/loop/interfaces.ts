import type { KernelAddress, Link } from '../../kernel/index.ts';
import { isIpv4Interface } from '../../net/index.ts';
import type { InterfaceState } from '../../rib/index.ts';
import type { Interfaces } from '../core/index.ts';

/** Interfaces by name with their addresses, as the kernel has them; RouterOS shows no loopback. */
export function interfacesOf(links: readonly Link[], addresses: readonly KernelAddress[]): Interfaces {
  const ordinary = links.filter(({ name }) => name !== 'lo');
  return Object.fromEntries(ordinary.map(link => [link.name, stateOf(link, addresses)]));
}

function stateOf({ name, running }: Link, addresses: readonly KernelAddress[]): InterfaceState {
  const own = addresses
    .filter(item => item.interface === name)
    .map(({ address }) => address)
    .filter(isIpv4Interface);
  return { name, running, addresses: own };
}
