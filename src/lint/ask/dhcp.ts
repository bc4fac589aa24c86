import type { DhcpNetwork, DhcpServer, IpAddress, Pool, Router } from '../../model/index.ts';
import { type Ipv4, ipv4ToNumber, networkOf, prefixContains } from '../../net/index.ts';

/** A DHCP server that is on, with the pool that it gives addresses of, and the router's own ones beside its clients. */
export interface Serving {
  readonly server: DhcpServer;
  readonly pool: Pool | undefined;
  readonly own: readonly IpAddress[];
}

/** Servers for clients of another router (`relay`) are not among them. */
export const servingIn = ({ dhcpServers, pools, addresses }: Router): Serving[] =>
  dhcpServers
    .filter(({ disabled, properties }) => !disabled && (properties['relay'] ?? '0.0.0.0') === '0.0.0.0')
    .map(server => ({
      server,
      pool: pools.find(({ name }) => name === server.addressPool),
      own: addresses.filter(item => item.interface === server.interface && !item.disabled),
    }));

export const isIn = (address: Ipv4, own: readonly IpAddress[]): boolean =>
  own.some(item => prefixContains(networkOf(item.address), address));

export const holds = ({ ranges }: Pool, address: Ipv4): boolean => {
  const number = ipv4ToNumber(address);
  return ranges.some(({ from, to }) => number >= ipv4ToNumber(from) && number <= ipv4ToNumber(to));
};

/** The narrowest network that says what a client with this address is told. */
export const networkFor = ({ dhcpNetworks }: Router, address: Ipv4): DhcpNetwork | undefined =>
  dhcpNetworks.find(network => !network.disabled && prefixContains(network.address, address));

/** Is it an address of the router? */
export const isOwn = ({ addresses }: Router, address: Ipv4): boolean =>
  addresses.some(item => !item.disabled && item.address.address === address);
