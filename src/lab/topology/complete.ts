import { type Router, rolesOf } from '../../model/index.ts';
import { type Ipv4, type Ipv4Prefix, isIpv4, networkOf, prefixContains } from '../../net/index.ts';
import { canariesOf } from '../../rib/index.ts';
import { isSilent, type KnownIsp, type KnownTopology } from './fill.ts';
import { knownPort } from './known-ports.ts';
import type { StatedIsp, StatedTopology } from './schema.ts';

/**
 * A topology with what the configuration knows where the file is silent: addresses and gateways of each ISP, which lines
 * are dialled, the port and the network of the LAN, the hosts that must answer.
 */
export function completeTopology(stated: StatedTopology, router: Router): KnownTopology {
  const taken = new Set(stated.isps.map(({ interface: port }) => port));
  const found = lanOf(router, taken);
  const port = stated.router.lan ?? found?.interface ?? freePort(taken);
  const lan = bridgeOf(router, port) ?? port;
  return {
    ...stated,
    router: { lan },
    clients: clientsOf(stated.clients, router, lan),
    internet: { ...stated.internet, hosts: stated.internet.hosts ?? publicHosts(router) },
    isps: stated.isps.map(isp => completeIsp(isp, router)),
  };
}

function completeIsp(isp: StatedIsp, router: Router): KnownIsp {
  const port = knownPort(router, isp.interface);
  // Nobody there asks for a lease; nothing else is known of it.
  if (!port) return { ...isp, lease: isp.lease ?? [] };
  const usual = isSilent(isp);
  const { network, gateway, lease } = port;
  switch (port.kind) {
    case 'dhcp':
      return usual ? { ...isp, network, gateway, lease, usual } : isp;
    case 'static': {
      const own = isp.network === undefined ? gateway : undefined;
      return {
        ...isp,
        network: isp.network ?? network,
        gateway: isp.gateway ?? own,
        lease: isp.lease ?? [],
        usual,
      };
    }
    case 'dialled': {
      const peer = isp.gateway ?? (isp.network === undefined ? gateway : undefined);
      const only = peer === undefined ? undefined : (`${peer}/32` as const);
      const known = { network: isp.network ?? only, gateway: peer, lease: isp.lease ?? lease };
      return { ...isp, ...known, dialled: true, usual };
    }
  }
}

/** The bridge that a port is of: who is plugged into the port is behind the bridge. */
const bridgeOf = ({ bridgePorts }: Router, name: string): string | undefined =>
  bridgePorts.find(port => !port.disabled && port.interface === name)?.bridge;

interface Lan {
  readonly interface: string;
  readonly network?: Ipv4Prefix;
  readonly gateway?: Ipv4;
}

/** Where the DHCP server is, best one with an address; else a port with an address that leads to no ISP. */
function lanOf(router: Router, taken: ReadonlySet<string>): Lan | undefined {
  const free = router.addresses.filter(({ interface: port, disabled }) => !disabled && !taken.has(port));
  const servers = router.dhcpServers.filter(({ disabled, interface: port }) => !disabled && !taken.has(port));
  const server =
    servers.find(({ interface: port }) => free.some(one => one.interface === port)) ?? servers[0];
  if (server) return { interface: server.interface };
  const { lans } = rolesOf(router);
  const own = free.find(({ interface: port }) => lans.includes(port)) ?? free[0];
  return own && { interface: own.interface };
}

/** Where the configuration has a DHCP server, clients ask it; else they have static addresses beside the router's own. */
function clientsOf(
  stated: StatedTopology['clients'],
  router: Router,
  lan: string,
): StatedTopology['clients'] {
  const served = router.dhcpServers.some(({ disabled }) => !disabled);
  const own = router.addresses.find(one => one.interface === lan && !one.disabled);
  if (stated.network !== undefined || stated.gateway !== undefined || served || !own) return stated;
  return { ...stated, network: networkOf(own.address), gateway: own.address.address };
}

/** Addresses that must answer for the configuration to work: probe addresses, netwatch's hosts, resolvers. */
function publicHosts(router: Router): Ipv4[] {
  const isLocal = (host: Ipv4) => local.some(network => prefixContains(network, host));
  const isOwn = (host: Ipv4) =>
    router.addresses.some(({ address }) => prefixContains(networkOf(address), host));
  const probed = [...canariesOf(router), ...router.netwatch.map(({ host }) => host)].filter(isIpv4);
  const resolvers = router.dns.servers
    .filter(isIpv4)
    .filter(host => !isOwn(host) && !host.startsWith('127.'));
  return [...new Set([...probed.filter(host => !isLocal(host)), ...resolvers])];
}

// RFC 1918, RFC 6598, RFC 1122 loopback and RFC 3927: never on the Internet. A provider's resolver may be there all the same.
const local: readonly Ipv4Prefix[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
];

function freePort(taken: ReadonlySet<string>): string {
  return ['ether4', 'ether5', 'ether3', 'lan'].find(name => !taken.has(name)) ?? 'lan0';
}
