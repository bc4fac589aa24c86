import type { DnsByLine, DnsService } from '../../linux/index.ts';
import { noOrigin, type Router } from '../../model/index.ts';
import { type Ipv4, isDefault, isIpv4, prefixContains } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import { isPresent } from '../presence.ts';

/** Resolvers the router asks: those of the text, then those that its lines were given (`use-peer-dns`). */
export function upstreamServers({ router, world }: LinuxContext): readonly Ipv4[] {
  const leased = askingForDns(router).flatMap(name => world.leases[name]?.dns ?? []);
  return [...new Set([...router.dns.servers.filter(isIpv4), ...leased])];
}

/** Lines whose provider is asked for resolvers: by DHCP, and where they are dialled. */
const askingForDns = ({ dhcpClients, interfaces }: Router): readonly string[] => [
  ...dhcpClients.filter(({ disabled, usePeerDns }) => !disabled && usePeerDns).map(one => one.interface),
  ...interfaces.filter(({ disabled, usePeerDns }) => !disabled && usePeerDns === true).map(one => one.name),
];

/**
 * Whom the forwarder asks by each line at once, at jalur's pace: names are answered while a line is dying. Not those to which
 * the text has a way of its own, or which stand in one of the router's networks. Resolvers of a lease are asked by its line.
 */
function askedByLine(context: LinuxContext): readonly DnsByLine[] {
  const { router, world, rib } = context;
  const lines = (context.options.flows?.lines ?? []).map(line => line.interface);
  const present = lines.filter(name => world.interfaces[name] !== undefined);
  if (present.length < 2) return [];
  const ways = rib.routes.filter(({ destination }) => !isDefault(destination));
  const isLed = (server: Ipv4) => ways.some(({ destination }) => prefixContains(destination, server));
  const stated = router.dns.servers.filter(isIpv4).filter(server => !isLed(server));
  const leased = present.flatMap(name => {
    const servers = askingForDns(router).includes(name) ? (world.leases[name]?.dns ?? []) : [];
    return servers.filter(server => !stated.includes(server)).map(server => ({ server, interface: name }));
  });
  return [...stated.flatMap(server => present.map(name => ({ server, interface: name }))), ...leased];
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
  const byLine = askedByLine(context);
  return {
    ...(byLine.length > 0 && { byLine }),
    interfaces: [...new Set(addressed)].filter(name => !wans.includes(name)),
    servers: upstreamServers(context),
    static: names,
    origin: noOrigin,
  };
}
