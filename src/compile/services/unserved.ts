import type { DnsStatic, Item, Origin, Router } from '../../model/index.ts';
import { splitPrefix } from '../../net/index.ts';
import { counted, type Finding, type Said } from '../../text/index.ts';
import type { LinuxContext } from '../context.ts';
import { perRouter } from '../per-router.ts';

/** Says what of DHCP and DNS a text asks for that the programs of this gateway do not do: each kind once, with its number. */
export function checkUnserved({ router, report }: LinuxContext): void {
  for (const { origin, finding } of unservedIn(router)) report(origin, finding);
}

/** Something that one statement asks for and does not get, as a sentence without its end. */
interface Asked {
  readonly what: Said;
  readonly origin: Origin;
}

const unservedIn = perRouter(router => {
  const found = new Map<string, Asked & { count: number }>();
  for (const { what, origin } of allAsked(router)) {
    const known = found.get(what.en);
    if (known) known.count++;
    else found.set(what.en, { what, origin, count: 1 });
  }
  return [...found.values()].map(({ what, origin, count }) => ({ origin, finding: said(what, count) }));
});

const said = (what: Said, count: number): Finding => ({
  id: 'compile/not-served',
  severity: 'warning',
  what: {
    en: `${what.en}${count === 1 ? '' : `, here and in ${counted(count - 1, 'more statement')}`}.`,
    id: `${what.id}${count === 1 ? '' : `, di sini dan di ${count - 1} perintah lagi`}.`,
  },
  why: {
    en: 'The DHCP server and the forwarder of names of this gateway do not do it.',
    id: 'Server DHCP dan DNS forwarder gateway ini tidak melakukannya.',
  },
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
const stated = ({ properties = {}, origin }: Item, whose: Said, names: readonly string[]): Asked[] =>
  names
    .filter(name => !/^(?:|no|none|0\.0\.0\.0)$/.test(properties[name] ?? ''))
    .map(name => ({
      what: {
        en: `${name} of ${whose.en} has no effect`,
        id: `${name} pada ${whose.id} tidak berpengaruh`,
      },
      origin,
    }));

const ofLeases = ({ dhcpLeases }: Router): Asked[] =>
  enabled(dhcpLeases).flatMap(lease => [
    ...(lease.macAddress === undefined && lease.address !== undefined
      ? [
          {
            what: {
              en: 'A DHCP lease without mac-address is given to nobody',
              id: 'Lease DHCP tanpa mac-address tidak diberikan kepada siapa pun',
            },
            origin: lease.origin,
          },
        ]
      : []),
    ...stated(lease, { en: 'a DHCP lease', id: 'lease DHCP' }, [
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
    ...stated(network, { en: 'a DHCP network', id: 'network DHCP' }, [
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
    : [
        {
          what: {
            en: "A DHCP network's netmask that is not its address's has no effect",
            id: 'netmask network DHCP yang lain dari netmask alamatnya tidak berpengaruh',
          },
          origin,
        },
      ];

const ofServers = ({ dhcpServers }: Router): Asked[] =>
  enabled(dhcpServers).flatMap(server =>
    stated(server, { en: 'a DHCP server', id: 'server DHCP' }, [
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
      ? [
          {
            what: {
              en: 'Names are asked of the servers in the clear, not by use-doh-server',
              id: 'Nama ditanyakan ke server tanpa enkripsi, tidak lewat use-doh-server',
            },
            origin,
          },
        ]
      : []),
    ...enabled(dnsStatic).flatMap(ofEntry),
  ];
}

function ofEntry({ properties, regexp, origin }: DnsStatic): Asked[] {
  const type = properties['type'] ?? 'A';
  if (type !== 'A' && type !== 'AAAA')
    return [
      {
        what: {
          en: `A static DNS entry of type ${type} is not answered`,
          id: `Entri DNS statis dengan type ${type} tidak dijawab`,
        },
        origin,
      },
    ];
  if (regexp !== undefined)
    return [
      {
        what: {
          en: 'A static DNS entry with regexp is not answered',
          id: 'Entri DNS statis dengan regexp tidak dijawab',
        },
        origin,
      },
    ];
  return properties['match-subdomain'] === 'yes'
    ? [
        {
          what: {
            en: 'match-subdomain of a static DNS entry has no effect',
            id: 'match-subdomain pada entri DNS statis tidak berpengaruh',
          },
          origin,
        },
      ]
    : [];
}
