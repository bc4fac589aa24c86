import { type DhcpClient, networkReached, type Router, rolesOf } from '../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Interface,
  type Ipv4Prefix,
  ipv4ToNumber,
  networkOf,
  prefixContains,
  prefixRange,
  printIpv4,
  splitPrefix,
} from '../../net/index.ts';
import { dialledNames } from './links.ts';
import { gatewayFor, openGateways } from './wan-gateways.ts';
import type { Lease } from './world.ts';

/** What an hour is to a provider that nobody asked. */
const leaseTime = 3_600_000;

/**
 * Leases that would make a configuration work as it is written: each DHCP client and each dialled line in the order of
 * the text gets an address beside the gateway that its routes name, else beside a usual one. A port that is no WAN gets
 * one of its own pool. Those in `held` have theirs already.
 */
export function assumedLeases(router: Router, held: readonly string[] = []): Lease[] {
  const wans = clientsOf(router).filter(client => isWan(router, client));
  const open = openGateways(router);
  const taken = new Set<Ipv4>();
  const given = wans.map(client => take(gatewayFor(router, client.interface, open), taken));
  const rest = open.filter(gateway => !taken.has(gateway));
  const uplinks = wans.map(({ interface: name }, index) =>
    uplinkLease(router, name, index, given[index] ?? rest.shift()),
  );
  const inside = clientsOf(router).filter(client => !wans.includes(client));
  const leases = [...uplinks, ...inside.flatMap(client => insideLease(router, client.interface, open))];
  return [...leases, ...lines(router, rest)].filter(lease => !held.includes(lease.interface));
}

const clientsOf = ({ dhcpClients }: Router): DhcpClient[] => dhcpClients.filter(({ disabled }) => !disabled);

const isWan = (router: Router, client: DhcpClient): boolean =>
  rolesOf(router).wans.includes(client.interface);

function take(gateway: Ipv4 | undefined, taken: Set<Ipv4>): Ipv4 | undefined {
  if (gateway !== undefined) taken.add(gateway);
  return gateway;
}

const leaseOf = (name: string, address: Ipv4Interface, gateway?: Ipv4): Lease => ({
  interface: name,
  address,
  gateway,
  dns: [],
  leaseTime,
});

function uplinkLease(router: Router, name: string, index: number, stated: Ipv4 | undefined): Lease {
  const network = stated === undefined ? freeNetwork(router, index) : usualNetwork(index, stated);
  const gateway = stated ?? printIpv4(prefixRange(network).from + 1);
  return leaseOf(name, hostOf(network, gateway), gateway);
}

/** The network of a provider's box: the /24 around its address, else 10.10.10.0/24, 20.20.20.0/24 … as in the paper. */
export function usualNetwork(index: number, gateway?: Ipv4): Ipv4Prefix {
  if (gateway !== undefined) return networkOf({ address: gateway, length: 24 });
  const octet = (index + 1) * 10;
  return index < 9 ? `${octet}.${octet}.${octet}.0/24` : `10.100.${index}.0/24`;
}

/** A usual network that no address of the text lies in. */
function freeNetwork({ addresses }: Router, index: number): Ipv4Prefix {
  const isFree = (network: Ipv4Prefix) =>
    !addresses.some(
      item =>
        !item.disabled &&
        (prefixContains(network, item.address.address) ||
          prefixContains(networkReached(item), splitPrefix(network).address)),
    );
  const usual = usualNetwork(index);
  if (isFree(usual)) return usual;
  const others = Array.from({ length: 200 }, (_, n): Ipv4Prefix => `198.19.${n + index}.0/24`);
  return others.find(isFree) ?? usual;
}

/** The last host of a network, or the one before it where that is the gateway. */
function hostOf(network: Ipv4Prefix, gateway: Ipv4 | undefined): Ipv4Interface {
  const { to } = prefixRange(network);
  const last = printIpv4(to - 1);
  return { address: last === gateway ? printIpv4(to - 2) : last, length: splitPrefix(network).length };
}

/** A client on a port that serves addresses itself: a host among those, and no gateway but one that lies there. */
function insideLease(router: Router, name: string, open: readonly Ipv4[]): Lease[] {
  const server = router.dhcpServers.find(item => item.interface === name && !item.disabled);
  const pool = router.pools.find(item => item.name === server?.addressPool);
  const from = pool?.ranges[0]?.from;
  if (from === undefined) return [];
  const network = networkOf({ address: from, length: 24 });
  const gateway = open.find(one => prefixContains(network, one));
  return [leaseOf(name, hostOf(network, gateway), gateway)];
}

/** Lines of one provider often have one peer: a gateway that is left over alone is the peer of them all. */
function lines(router: Router, open: readonly Ipv4[]): Lease[] {
  const clients = clientsOf(router).map(client => client.interface);
  const names = dialledNames(router).filter(name => !clients.includes(name));
  const [only, second] = open;
  return names.map((name, index) => {
    const shared = second === undefined ? only : open[index];
    const peer = gatewayFor(router, name, open) ?? shared ?? `100.64.${index}.1`;
    const address = printIpv4(ipv4ToNumber(peer) + 1 + index);
    return leaseOf(name, { address, length: 32 }, peer);
  });
}
