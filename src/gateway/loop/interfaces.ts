import type { KernelAddress, Link } from '../../kernel/index.ts';
import { type Ipv4Interface, isIpv4Interface } from '../../net/index.ts';
import type { HeldAddress, InterfaceState } from '../../rib/index.ts';
import type { Interfaces } from '../core/index.ts';

/**
 * Interfaces by name with their addresses, as the kernel has them; RouterOS shows no loopback. `isOurs`: who put an address
 * there, where that matters. `mtuOf`: the largest packet that an interface takes without us.
 */
export function interfacesOf(
  links: readonly Link[],
  addresses: readonly KernelAddress[],
  isOurs: (address: KernelAddress) => boolean = () => false,
  mtuOf: (link: Link) => number = ({ mtu }) => mtu,
): Interfaces {
  const ordinary = links.filter(({ name }) => name !== 'lo');
  return Object.fromEntries(
    ordinary.map(link => [link.name, { ...stateOf(link, addresses, isOurs), mtu: mtuOf(link) }]),
  );
}

function stateOf(
  { name, running }: Link,
  addresses: readonly KernelAddress[],
  isOurs: (address: KernelAddress) => boolean,
): InterfaceState {
  const own = addresses
    .filter(item => item.interface === name)
    .flatMap(item => (isIpv4Interface(item.address) ? [held(item.address, isOurs(item))] : []));
  return { name, running, addresses: own };
}

const held = (address: Ipv4Interface, isOurs: boolean): HeldAddress =>
  isOurs ? { ...address, isOurs } : address;
