import { type DhcpClient, type Router, rolesOf } from '../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Interface,
  ipv4ToNumber,
  networkOf,
  prefixContains,
  prefixRange,
  printIpv4,
} from '../../net/index.ts';
import { gatewaysBehind, translatedTo } from './addresses/index.ts';
import { dialledNames } from './links.ts';
import { freeNetwork, hostOf, usualNetwork } from './usual-networks.ts';
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
  const behind = gatewaysBehind(router);
  const taken = [...behind.values()];
  const rest = open.filter(gateway => !taken.includes(gateway));
  const uplinks: Lease[] = [];
  for (const [index, { interface: name }] of wans.entries()) {
    const given = uplinks.map(({ address }) => address.address);
    uplinks.push(uplinkLease(router, name, index, { gateway: behind.get(name), given }));
  }
  const inside = clientsOf(router).filter(client => !wans.includes(client));
  const leases = [...uplinks, ...inside.flatMap(client => insideLease(router, client.interface, open))];
  return [...leases, ...lines(router, rest)].filter(lease => !held.includes(lease.interface));
}

/** Clients that run: none does on a port of a bridge (docs/routeros.md#addresses-of-bridge-ports). */
const clientsOf = ({ dhcpClients, bridgePorts }: Router): DhcpClient[] =>
  dhcpClients.filter(
    client =>
      !client.disabled && !bridgePorts.some(port => !port.disabled && port.interface === client.interface),
  );

const isWan = (router: Router, client: DhcpClient): boolean =>
  rolesOf(router).wans.includes(client.interface);

const leaseOf = (name: string, address: Ipv4Interface, gateway?: Ipv4): Lease => ({
  interface: name,
  address,
  gateway,
  dns: [],
  leaseTime,
});

interface Known {
  /** The gateway that the text states for it. */
  readonly gateway: Ipv4 | undefined;
  /** Addresses of leases before it: two lines of one provider may lie in one network. */
  readonly given: readonly Ipv4[];
}

function uplinkLease(router: Router, name: string, index: number, known: Known): Lease {
  const { gateway: stated, given } = known;
  const own = translatedTo(router, name, stated);
  if (own) return leaseOf(name, own, stated ?? gatewayBeside(own));
  const network = stated === undefined ? freeNetwork(router, index) : usualNetwork(index, stated);
  const gateway = stated ?? printIpv4(prefixRange(network).from + 1);
  return leaseOf(name, hostOf(network, gateway, ...openGateways(router), ...given), gateway);
}

/** The first host of a network but one's own. */
function gatewayBeside(own: Ipv4Interface): Ipv4 {
  const { from } = prefixRange(networkOf(own));
  return printIpv4(own.address === printIpv4(from + 1) ? from + 2 : from + 1);
}

/** A client on a port that serves addresses itself: a host among those, and no gateway but one that lies there. */
function insideLease(router: Router, name: string, open: readonly Ipv4[]): Lease[] {
  const server = router.dhcpServers.find(item => item.interface === name && !item.disabled);
  const pool = router.pools.find(item => item.name === server?.addressPool);
  const from = pool?.ranges[0]?.from;
  if (from === undefined) return [];
  const network = networkOf({ address: from, length: 24 });
  const gateway = open.find(one => prefixContains(network, one));
  return [leaseOf(name, hostOf(network, ...open), gateway)];
}

/** Lines of one provider often have one peer: a gateway that is left over alone is the peer of them all. */
function lines(router: Router, open: readonly Ipv4[]): Lease[] {
  const clients = clientsOf(router).map(client => client.interface);
  const names = dialledNames(router).filter(name => !clients.includes(name));
  const [only, second] = open;
  return names.map((name, index) => {
    const shared = second === undefined ? only : open[index];
    const peer = gatewayFor(router, name, open) ?? shared ?? `100.64.${index}.1`;
    const address = translatedTo(router, name)?.address ?? beside(peer, index, openGateways(router));
    return leaseOf(name, { address, length: 32 }, peer);
  });
}

/** An address behind a peer, another one for each line, that is no gateway. */
function beside(peer: Ipv4, index: number, gateways: readonly Ipv4[]): Ipv4 {
  const address = printIpv4(ipv4ToNumber(peer) + 1 + index);
  return gateways.includes(address) ? beside(peer, index + gateways.length, gateways) : address;
}
