import type { DhcpClientService, DhcpServerService, ProgramMtu } from '../../linux/index.ts';
import type { DhcpNetwork, DhcpServer, Pool } from '../../model/index.ts';
import { type Ipv4, type Ipv4Prefix, networkOf, prefixContains } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import { isPresent, present } from '../presence.ts';
import { upstreamServers } from './dns.ts';

/** One client per enabled `/ip dhcp-client`. */
export function compileDhcpClients(context: LinuxContext): DhcpClientService[] {
  const { identity } = context.router.settings;
  return present(context, context.router.dhcpClients).map(client => ({
    interface: client.interface,
    hostname: identity,
    origin: client.origin,
  }));
}

/** What leases say of the largest packet that their lines take. */
export function compileMtus(context: LinuxContext): ProgramMtu[] {
  const { router, world } = context;
  return router.dhcpClients.flatMap(({ interface: name, disabled, origin }) => {
    const mtu = disabled ? undefined : world.leases[name]?.mtu;
    return mtu === undefined || !isPresent(context, name) ? [] : [{ interface: name, mtu, origin }];
  });
}

/** One server per enabled `/ip dhcp-server` whose interface has an address to serve from. */
export function compileDhcpServers(context: LinuxContext): DhcpServerService[] {
  return present(context, context.router.dhcpServers).flatMap(server => {
    const service = serverService(context, server);
    if (!service) reportNoNetwork(context, server);
    return service ? [service] : [];
  });
}

function serverService(context: LinuxContext, server: DhcpServer): DhcpServerService | undefined {
  const { router } = context;
  const address = router.addresses.find(a => !a.disabled && a.interface === server.interface);
  if (!address) return undefined;
  const ranges = poolRanges(router.pools, server.addressPool);
  const own = networkOf(address.address);
  const network = networkEntry(router.dhcpNetworks, ranges[0]?.from ?? address.address.address);
  return {
    interface: server.interface,
    network: network?.address ?? own,
    ranges,
    leaseTime: server.leaseTime,
    gateway: network?.gateway ?? [],
    dns: namedServers(context, network),
    ntp: network?.ntpServer ?? [],
    ...(network?.domain !== undefined && { domain: network.domain }),
    authoritative: server.authoritative,
    leases: staticLeases(context, server, network?.address ?? own),
    origin: server.origin,
  };
}

/** The pool's ranges, then those of the pools it goes on to. A pool that is not there (`static-only`) has none. */
function poolRanges(pools: readonly Pool[], name: string): Pool['ranges'] {
  const ranges: Pool['ranges'][number][] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = name; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const pool = pools.find(candidate => candidate.name === next && !candidate.disabled);
    for (const range of pool?.ranges ?? []) ranges.push(range);
    next = pool?.nextPool;
  }
  return ranges;
}

const networkEntry = (networks: readonly DhcpNetwork[], address: Ipv4): DhcpNetwork | undefined =>
  networks.find(network => !network.disabled && prefixContains(network.address, address));

/** Without a dns-server of its own a network hands on the router's resolvers, unless dns-none. */
function namedServers(context: LinuxContext, network: DhcpNetwork | undefined): readonly Ipv4[] {
  if (network && network.dnsServer.length > 0) return network.dnsServer;
  return network?.dnsNone ? [] : upstreamServers(context);
}

function staticLeases(
  { router }: LinuxContext,
  server: DhcpServer,
  network: Ipv4Prefix,
): DhcpServerService['leases'] {
  return router.dhcpLeases.flatMap(lease => {
    const { address, macAddress: mac } = lease;
    if (lease.disabled || !address || !mac || !prefixContains(network, address)) return [];
    const elsewhere = lease.server !== undefined && lease.server !== 'all' && lease.server !== server.name;
    return elsewhere ? [] : [{ mac, address }];
  });
}

function reportNoNetwork({ report }: LinuxContext, server: DhcpServer): void {
  report(server.origin, {
    id: 'compile/dhcp-server-address',
    severity: 'warning',
    what: {
      en: `DHCP server ${server.name} is not started: ${server.interface} has no address.`,
      id: `Server DHCP ${server.name} tidak dijalankan: ${server.interface} tidak punya alamat.`,
    },
    why: {
      en: 'A server hands out addresses of its own network.',
      id: 'Server membagikan alamat dari jaringannya sendiri.',
    },
    do: {
      en: `Add an /ip address on ${server.interface}.`,
      id: `Tambahkan /ip address di ${server.interface}.`,
    },
  });
}
