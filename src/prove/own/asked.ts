import { dialInRanges, type Router, type StatedItem, statedItems } from '../../model/index.ts';
import { canonicalIpv6, ipv4ToNumber, isIpv4 } from '../../net/index.ts';
import type { Prepared } from '../../walk/index.ts';
import { ordinaryHost } from '../classes/hosts.ts';
import type { OwnService } from '../invariants/breach.ts';
import { farEnds } from './far-ends.ts';
import { type OtherEnd, otherEnd } from './other-end.ts';

/** Somebody whom the router itself sends to, with the address that stands for it. */
export interface Asked extends OtherEnd {
  /** Does text or user say its address? Else one stands for it that as few rules and routes name as may be. */
  readonly isKnown: boolean;
  readonly to: number;
}

/** All whom the router asks by IPv4: servers, hosts that it watches, far ends of tunnels. Of unknown addresses one of each kind. */
export function askedBy(prepared: Prepared): Asked[] {
  const { router, setup } = prepared;
  const all = [...servers(router), ...leaseServers(prepared), ...watched(router), ...farEnds(router)];
  const asked = all.filter(({ name }) => canonicalIpv6(name) === undefined);
  const known = asked.map(one => ({ one, address: addressOf(prepared, one) }));
  const usual = known.some(({ address }) => address === undefined) ? ordinaryHost(setup) : undefined;
  const found = new Map<string, Asked>();
  for (const { one, address } of known) {
    const to = address ?? usual;
    const key = [one.service, to, one.protocol, one.port, one.tunnel].join(' ');
    const isElsewhere = to !== undefined && !setup.local.isOwn(to) && !isDialledIn(router, to);
    if (isElsewhere && !found.has(key)) found.set(key, { ...one, isKnown: address !== undefined, to });
  }
  return [...found.values()];
}

/** Who dials in is reached while he is connected, and by what the server makes of it then. */
const isDialledIn = (router: Router, to: number): boolean =>
  dialInRanges(router).some(({ from, to: last }) => to >= ipv4ToNumber(from) && to <= ipv4ToNumber(last));

/** The address of an other end, where text or user says it. */
export function addressOf(
  { router, options: { names = {} } }: Prepared,
  { name }: OtherEnd,
): number | undefined {
  const stated = router.dnsStatic.find(one => one.name === name && !one.disabled)?.address ?? '';
  const found = [name, names[name]?.[0] ?? '', stated].find(isIpv4);
  return found === undefined ? undefined : ipv4ToNumber(found);
}

const udp = (service: OwnService, port: number, name: string): OtherEnd => otherEnd(service, name, 17, port);

const tcp = (service: OwnService, port: number, name: string): OtherEnd => otherEnd(service, name, 6, port);

function servers(router: Router): OtherEnd[] {
  const { dns, dnsStatic } = router;
  const forwarding = dnsStatic.filter(({ disabled }) => !disabled);
  const named = (menu: RegExp, ...names: readonly string[]): string[] =>
    statedItems(router, menu).flatMap(item => valuesOf(item, names));
  return [
    ...dns.servers.map(name => udp('DNS', 53, name)),
    ...forwarding
      .flatMap(({ properties }) => listOf(properties['forward-to']))
      .map(name => udp('DNS', 53, name)),
    ...named(/^\/ip dns forwarders$/, 'dns-servers').map(name => udp('DNS', 53, name)),
    ...dohServer(dns.properties['use-doh-server'] ?? ''),
    ...named(/^\/system ntp client/, 'servers', 'primary-ntp', 'secondary-ntp', 'address').map(name =>
      udp('NTP', 123, name),
    ),
    ...named(/^\/radius$/, 'address').map(name => udp('RADIUS', 1812, name)),
  ];
}

const valuesOf = ({ properties }: StatedItem, names: readonly string[]): string[] =>
  names.flatMap(name => listOf(properties[name]));

const listOf = (text = ''): string[] => text.split(',').filter(word => word !== '' && word !== '0.0.0.0');

function dohServer(url: string): OtherEnd[] {
  const [, name, port] = /^https:\/\/([\w.-]+)(?::(\d+))?(?:\/|$)/.exec(url) ?? [];
  return name === undefined ? [] : [tcp('DoH', Number(port ?? 443), name)];
}

/** Where the text names no DNS server, those of a lease are asked. */
function leaseServers({ router, world }: Prepared): OtherEnd[] {
  const { dns, dhcpClients, interfaces } = router;
  if (dns.servers.length > 0 || dns.properties['use-doh-server']) return [];
  const clients = dhcpClients.filter(({ disabled, usePeerDns }) => !disabled && usePeerDns);
  const lines = interfaces.filter(({ disabled, usePeerDns }) => !disabled && usePeerDns === true);
  const names = [...clients.map(client => client.interface), ...lines.map(({ name }) => name)];
  const held = names.filter(name => world.leases[name] !== undefined);
  const known = held.flatMap(name => world.leases[name]?.dns ?? []);
  if (known.length > 0) return known.map(name => udp('DNS', 53, name));
  return held.length > 0 ? [udp('DNS', 53, '')] : [];
}

const icmp = 1;

function watched({ netwatch }: Router): OtherEnd[] {
  const pinged = netwatch.filter(({ disabled, type }) => !disabled && (type === 'simple' || type === 'icmp'));
  return pinged.map(({ host, srcAddress }) => ({ ...otherEnd('netwatch', host, icmp, 0), src: srcAddress }));
}
