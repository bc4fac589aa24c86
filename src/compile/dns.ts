import type { DnsService } from '../linux/index.ts';
import { noOrigin } from '../model/index.ts';
import { type Ipv4, isIpv4 } from '../net/index.ts';
import type { LinuxContext } from './context.ts';
import { isPresent } from './presence.ts';

/** Resolvers the router asks: those of the text, then those that its DHCP clients were given (`use-peer-dns`). */
export function upstreamServers({ router, world }: LinuxContext): readonly Ipv4[] {
  const leased = router.dhcpClients
    .filter(({ disabled, usePeerDns }) => !disabled && usePeerDns)
    .flatMap(client => world.leases[client.interface]?.dns ?? []);
  return [...new Set([...router.dns.servers.filter(isIpv4), ...leased])];
}

/** The LAN's forwarder where `allow-remote-requests=yes`. It never listens on a WAN: RouterOS would (an open resolver). */
export function compileDns(context: LinuxContext): DnsService | undefined {
  const { router, wans } = context;
  if (!router.dns.allowRemoteRequests) return undefined;
  const addressed = router.addresses
    .filter(item => !item.disabled && isPresent(context, item.interface))
    .map(item => item.interface);
  const names = router.dnsStatic.flatMap(({ disabled, name, address }) =>
    disabled || name === undefined || address === undefined ? [] : [{ name, address }],
  );
  return {
    interfaces: [...new Set(addressed)].filter(name => !wans.includes(name)),
    servers: upstreamServers(context),
    static: names,
    origin: noOrigin,
  };
}
