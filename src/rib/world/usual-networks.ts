import { networkReached, type Router } from '../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Interface,
  type Ipv4Prefix,
  networkOf,
  prefixContains,
  prefixRange,
  printIpv4,
  splitPrefix,
} from '../../net/index.ts';

/** The network of a provider's box: the /24 around its address, else 10.10.10.0/24, 20.20.20.0/24 … as in the paper. */
export function usualNetwork(index: number, gateway?: Ipv4): Ipv4Prefix {
  if (gateway !== undefined) return networkOf({ address: gateway, length: 24 });
  const octet = (index + 1) * 10;
  return index < 9 ? `${octet}.${octet}.${octet}.0/24` : `10.100.${index}.0/24`;
}

/** A usual network that no address, pool, served network or route of the text lies in. */
export function freeNetwork(router: Router, index: number): Ipv4Prefix {
  const taken = networksTaken(router);
  const isFree = (network: Ipv4Prefix) =>
    !taken.some(
      one =>
        prefixContains(network, splitPrefix(one).address) ||
        prefixContains(one, splitPrefix(network).address),
    );
  const usual = usualNetwork(index);
  if (isFree(usual)) return usual;
  const others = Array.from({ length: 200 }, (_, n): Ipv4Prefix => `198.19.${n + index}.0/24`);
  return others.find(isFree) ?? usual;
}

const networksTaken = ({ addresses, pools, dhcpNetworks, routes }: Router): Ipv4Prefix[] => [
  ...addresses.filter(({ disabled }) => !disabled).map(networkReached),
  ...pools.flatMap(({ ranges }) => ranges.map(({ from }): Ipv4Prefix => `${from}/32`)),
  ...dhcpNetworks.filter(({ disabled }) => !disabled).map(({ address }) => address),
  ...routes.flatMap(({ disabled, destination }) =>
    disabled || splitPrefix(destination).length < 8 ? [] : [destination],
  ),
];

/** The last host of a network that is none of the gateways there. */
export function hostOf(network: Ipv4Prefix, ...gateways: readonly Ipv4[]): Ipv4Interface {
  const { from, to } = prefixRange(network);
  let last = to - 1;
  while (last > from + 1 && gateways.includes(printIpv4(last))) last--;
  return { address: printIpv4(last), length: splitPrefix(network).length };
}
