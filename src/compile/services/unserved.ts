import type { DnsStatic, Item, Origin, Router } from '../../model/index.ts';
import { splitPrefix } from '../../net/index.ts';
import { counted } from '../../text/index.ts';
import type { Finding, LinuxContext } from '../context.ts';
import { perRouter } from '../per-router.ts';

/** Says what of DHCP and DNS a text asks for that the programs of this gateway do not do: each kind once, with its number. */
export function checkUnserved({ router, report }: LinuxContext): void {
  for (const { origin, finding } of unservedIn(router)) report(origin, finding);
}

/** Something that one statement asks for and does not get, as a sentence without its end. */
interface Asked {
  readonly what: string;
  readonly origin: Origin;
}

const unservedIn = perRouter(router => {
  const found = new Map<string, { readonly origin: Origin; count: number }>();
  for (const { what, origin } of allAsked(router)) {
    const known = found.get(what);
    if (known) known.count++;
    else found.set(what, { origin, count: 1 });
  }
  return [...found].map(([what, { origin, count }]) => ({ origin, finding: said(what, count) }));
});

const said = (what: string, count: number): Finding => ({
  id: 'compile/not-served',
  severity: 'warning',
  what: `${what}${count === 1 ? '' : `, here and in ${counted(count - 1, 'more statement')}`}.`,
  why: 'The DHCP server and the forwarder of names of this gateway do not do it.',
});

const allAsked = (router: Router): readonly Asked[] => [
  ...ofLeases(router),
  ...ofNetworks(router),
  ...ofServers(router),
  ...ofNames(router),
];

const enabled = <T extends Item>(items: readonly T[]): readonly T[] =>
  items.filter(({ disabled }) => !disabled);

/** Properties that are only kept and have a value that asks for something. */
const stated = ({ properties = {}, origin }: Item, whose: string, names: readonly string[]): Asked[] =>
  names
    .filter(name => !/^(?:|no|none|0\.0\.0\.0)$/.test(properties[name] ?? ''))
    .map(name => ({ what: `${name} of ${whose} has no effect`, origin }));

const ofLeases = ({ dhcpLeases }: Router): Asked[] =>
  enabled(dhcpLeases).flatMap(lease => [
    ...(lease.macAddress === undefined && lease.address !== undefined
      ? [{ what: 'A DHCP lease without mac-address is given to nobody', origin: lease.origin }]
      : []),
    ...stated(lease, 'a DHCP lease', [
      'block-access',
      'rate-limit',
      'address-lists',
      'dhcp-option',
      'dhcp-option-set',
    ]),
  ]);

const ofNetworks = ({ dhcpNetworks }: Router): Asked[] =>
  enabled(dhcpNetworks).flatMap(network => [
    ...(network.netmask ? otherMask(network.netmask, network.address, network.origin) : []),
    ...stated(network, 'a DHCP network', [
      'dhcp-option',
      'dhcp-option-set',
      'next-server',
      'boot-file-name',
      'wins-server',
    ]),
  ]);

const otherMask = (netmask: number, address: Parameters<typeof splitPrefix>[0], origin: Origin): Asked[] =>
  splitPrefix(address).length === netmask
    ? []
    : [{ what: "A DHCP network's netmask that is not its address's has no effect", origin }];

const ofServers = ({ dhcpServers }: Router): Asked[] =>
  enabled(dhcpServers).flatMap(server =>
    stated(server, 'a DHCP server', [
      'relay',
      'use-radius',
      'address-lists',
      'dhcp-option-set',
      'add-dns-entries',
    ]),
  );

/** Names that the forwarder does not know as the text has them, where it answers the LAN at all. */
function ofNames({ dns, dnsStatic, settings }: Router): Asked[] {
  if (!dns.allowRemoteRequests) return [];
  const doh = dns.properties['use-doh-server'] ?? '';
  const origin = settings.stated['/ip dns']?.origin;
  return [
    ...(doh !== '' && origin
      ? [{ what: 'Names are asked of the servers in the clear, not by use-doh-server', origin }]
      : []),
    ...enabled(dnsStatic).flatMap(ofEntry),
  ];
}

function ofEntry({ properties, regexp, origin }: DnsStatic): Asked[] {
  const type = properties['type'] ?? 'A';
  if (type !== 'A' && type !== 'AAAA')
    return [{ what: `A static DNS entry of type ${type} is not answered`, origin }];
  if (regexp !== undefined) return [{ what: 'A static DNS entry with regexp is not answered', origin }];
  return properties['match-subdomain'] === 'yes'
    ? [{ what: 'match-subdomain of a static DNS entry has no effect', origin }]
    : [];
}
