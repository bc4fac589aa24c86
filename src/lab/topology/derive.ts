import { dialledLines, type Router, rolesOf } from '../../model/index.ts';
import { type Ipv4, type Ipv4Prefix, isIpv4, networkOf, prefixContains } from '../../net/index.ts';
import { assumedLeases, canariesOf } from '../../rib/index.ts';
import { fillTopology } from './fill.ts';
import { fitTopology } from './fit.ts';
import { type StatedIsp, topologySchema } from './schema.ts';
import type { Topology } from './topology.ts';

/**
 * A bench for a configuration that has none beside it: one ISP for each WAN (DHCP client, static address with a route
 * through its network, line that is dialled), the LAN where the DHCP server or another address is, canaries on the Internet.
 * `config` is the file's name. Undefined where the Router shows no WAN.
 */
export function deriveTopology(router: Router, config: string): Topology | undefined {
  const dynamic = dynamicPorts(router);
  const other = staticPorts(router).filter(port => !dynamic.some(one => one.interface === port.interface));
  const ports = [...dynamic, ...other, ...dialledPorts(router)];
  if (ports.length === 0) return undefined;
  const taken = new Set(ports.map(({ interface: port }) => port));
  const lan = lanOf(router, taken);
  const stated = topologySchema.parse({
    title: `derived from ${config}`,
    config,
    router: { lan: lan?.interface ?? freePort(taken) },
    clients: clientsOf(router, lan),
    internet: { hosts: publicHosts(router) },
    isps: ports.map(port => ({ ...port, rate: usualRate })),
  });
  return fitTopology(fillTopology(stated, config), router);
}

/** Without a limit one user's downloads keep this machine busy, and packets are lost that no line would lose. */
const usualRate = { upload: '1M', download: '1M' };

type Port = Pick<StatedIsp, 'interface'> & Partial<Pick<StatedIsp, 'network' | 'gateway' | 'lease'>>;

/** DHCP WANs in the order of the text, each with the lease that every command assumes for it. */
function dynamicPorts(router: Router): Port[] {
  const { wans } = rolesOf(router);
  const clients = router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface);
  return assumedLeases(router)
    .filter(({ interface: name }) => wans.includes(name) && clients.includes(name))
    .map(({ interface: name, address, gateway }) => ({
      interface: name,
      network: networkOf(address),
      gateway,
      lease: [address.address],
    }));
}

/** Lines that are dialled, modems last; what they are given is settled with the rest of the router. */
function dialledPorts(router: Router): Port[] {
  const { wans } = rolesOf(router);
  const lines = dialledLines(router).map(line => line.interface);
  const [others, modems] = [
    lines.filter(({ kind }) => kind !== 'lte'),
    lines.filter(({ kind }) => kind === 'lte'),
  ];
  return [...others, ...modems].flatMap(({ name }) => (wans.includes(name) ? [{ interface: name }] : []));
}

/** Static WANs: an address whose network holds the gateway of a route. */
function staticPorts(router: Router): Port[] {
  const { wans } = rolesOf(router);
  const gateways = router.routes
    .filter(({ disabled }) => !disabled)
    .flatMap(route => route.gateways.map(({ address }) => address ?? ''));
  return router.addresses.flatMap(({ address, interface: port, disabled }) => {
    const network = networkOf(address);
    const gateway = gateways.find(
      one => isIpv4(one) && prefixContains(network, one) && one !== address.address,
    );
    return disabled || !gateway || !wans.includes(port)
      ? []
      : [{ interface: port, network, gateway, lease: [] }];
  });
}

/** Public addresses that must answer for the configuration to work: canaries, netwatch's hosts, resolvers. */
function publicHosts(router: Router): Ipv4[] {
  const named = [...canariesOf(router), ...router.netwatch.map(({ host }) => host), ...router.dns.servers];
  return [...new Set(named)]
    .filter(isIpv4)
    .filter(host => !local.some(network => prefixContains(network, host)));
}

// RFC 1918, RFC 6598, RFC 1122 loopback and RFC 3927: never on the Internet.
const local: readonly Ipv4Prefix[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
];

interface Lan {
  readonly interface: string;
  readonly network?: Ipv4Prefix;
  readonly gateway?: Ipv4;
}

function lanOf(router: Router, taken: ReadonlySet<string>): Lan | undefined {
  const server = router.dhcpServers.find(({ disabled, interface: port }) => !disabled && !taken.has(port));
  if (server) return { interface: server.interface };
  const { lans } = rolesOf(router);
  const free = router.addresses.filter(({ interface: port, disabled }) => !disabled && !taken.has(port));
  const own = free.find(({ interface: port }) => lans.includes(port)) ?? free[0];
  return own && { interface: own.interface, network: networkOf(own.address), gateway: own.address.address };
}

function clientsOf(router: Router, lan: Lan | undefined): Readonly<Record<string, unknown>> {
  const served = router.dhcpServers.some(({ disabled }) => !disabled);
  return served || !lan ? { count: 4 } : { count: 4, network: lan.network, gateway: lan.gateway };
}

function freePort(taken: ReadonlySet<string>): string {
  return ['ether4', 'ether5', 'ether3', 'lan'].find(name => !taken.has(name)) ?? 'lan0';
}
