import type { Route, Router } from '../../model/index.ts';
import { type Ipv4, isIpv4, networkOf, prefixContains } from '../../net/index.ts';
import { fillTopology, usualNetwork } from './fill.ts';
import { type StatedIsp, topologySchema } from './schema.ts';
import type { Topology } from './topology.ts';

/**
 * A bench for a configuration that has none beside it: one ISP for each WAN port (DHCP client, or static address with
 * a route through its network), the LAN where the DHCP server or another address is, canaries on the Internet.
 * `config` is the file's name. Undefined where the Router shows no WAN.
 */
export function deriveTopology(router: Router, config: string): Topology | undefined {
  const ports = [...dynamicPorts(router), ...staticPorts(router)];
  if (ports.length === 0) return undefined;
  const taken = new Set(ports.map(({ interface: port }) => port));
  const lan = lanOf(router, taken);
  const stated = topologySchema.parse({
    title: `derived from ${config}`,
    config,
    router: { lan: lan?.interface ?? freePort(taken) },
    clients: clientsOf(router, lan),
    internet: { hosts: publicHosts(router) },
    isps: ports,
  });
  return fillTopology(stated, config);
}

type Port = Pick<StatedIsp, 'interface' | 'network' | 'gateway' | 'lease'>;

/** DHCP WANs in the order of the text; the n-th gets the network of the n-th gateway that no static address explains. */
function dynamicPorts(router: Router): Port[] {
  const gateways = unexplainedGateways(router);
  return router.dhcpClients
    .filter(({ disabled }) => !disabled)
    .map((client, index) => {
      const gateway = gateways[index];
      return {
        interface: client.interface,
        network: usualNetwork(index, gateway),
        ...(gateway && { gateway }),
      };
    });
}

/** Static WANs: an address whose network holds the gateway of a route. */
function staticPorts(router: Router): Port[] {
  return router.addresses.flatMap(({ address, interface: port, disabled }) => {
    const network = networkOf(address);
    const gateway = gatewaysOf(router.routes).find(
      one => prefixContains(network, one) && one !== address.address,
    );
    return disabled || !gateway ? [] : [{ interface: port, network, gateway, lease: [] }];
  });
}

/** Gateways of main that lie in no static network and are no canaries: meant for what DHCP will bring. */
function unexplainedGateways(router: Router): Ipv4[] {
  const known = router.addresses.map(({ address }) => networkOf(address));
  const recursive = new Set(canaries(router));
  const main = router.routes.filter(({ table }) => table === 'main');
  return gatewaysOf(main).filter(
    gateway => !recursive.has(gateway) && !known.some(network => prefixContains(network, gateway)),
  );
}

function gatewaysOf(routes: readonly Route[]): Ipv4[] {
  const all = routes.filter(({ disabled }) => !disabled).flatMap(({ gateways }) => gateways);
  return [...new Set(all.flatMap(({ address }) => (address ? [address] : [])))];
}

/** Gateways that are reached through a host route of their own: recursive next hops on the Internet. */
function canaries(router: Router): Ipv4[] {
  const hosts = new Set(router.routes.map(({ destination }) => destination.replace(/\/32$/, '')));
  return gatewaysOf(router.routes).filter(gateway => hosts.has(gateway));
}

/** Public addresses that must answer for the configuration to work: canaries, netwatch's hosts, resolvers. */
function publicHosts(router: Router): Ipv4[] {
  const named = [...canaries(router), ...router.netwatch.map(({ host }) => host), ...router.dns.servers];
  return [...new Set(named)].filter(
    host => isIpv4(host) && !local.some(network => prefixContains(network, host)),
  );
}

// RFC 1918, RFC 6598, RFC 1122 loopback and RFC 3927: never on the Internet.
const local = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
];

interface Lan {
  readonly interface: string;
  readonly network?: string;
  readonly gateway?: Ipv4;
}

function lanOf(router: Router, taken: ReadonlySet<string>): Lan | undefined {
  const server = router.dhcpServers.find(({ disabled }) => !disabled);
  if (server) return { interface: server.interface };
  const own = router.addresses.find(({ interface: port, disabled }) => !disabled && !taken.has(port));
  return own && { interface: own.interface, network: networkOf(own.address), gateway: own.address.address };
}

function clientsOf(router: Router, lan: Lan | undefined): Readonly<Record<string, unknown>> {
  const served = router.dhcpServers.some(({ disabled }) => !disabled);
  return served || !lan ? { count: 4 } : { count: 4, network: lan.network, gateway: lan.gateway };
}

function freePort(taken: ReadonlySet<string>): string {
  return ['ether4', 'ether5', 'ether3', 'lan'].find(name => !taken.has(name)) ?? 'lan0';
}
