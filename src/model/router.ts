import type { Span } from '../text/index.ts';
import type { IpAddress, Pool } from './items/address.ts';
import type { AddressListEntry } from './items/address-list.ts';
import type { DhcpClient, DhcpLease, DhcpNetwork, DhcpServer } from './items/dhcp.ts';
import { type Dns, type DnsStatic, dnsDefaults } from './items/dns.ts';
import { identified } from './items/identity.ts';
import type { BridgePort, Interface, InterfaceList, InterfaceListMember } from './items/interface.ts';
import { freeze } from './items/item.ts';
import type { Kept } from './items/kept.ts';
import type { Netwatch } from './items/netwatch.ts';
import type { PlainItem } from './items/plain.ts';
import type { QueueTree, QueueType, SimpleQueue } from './items/queue.ts';
import type { Route, RoutingRule, RoutingTable } from './items/route.ts';
import { type Firewall, type FirewallRules, noRules } from './items/rule.ts';
import { type Settings, settingsDefaults } from './items/settings.ts';
import type { Vrf } from './items/vrf.ts';
import type { StatedRoles } from './roles/evidence.ts';
import type { RouterOsVersion } from './version.ts';

/** One multi-WAN gateway. Frozen plain data (JSON goes round); arrays are in the order of the text. */
export interface Router {
  readonly version: RouterOsVersion;
  /** What ports are for, where the user says it beside the text. */
  readonly roles?: StatedRoles | undefined;
  /** Of a page (Markdown): where the RouterOS text between each two fences stands. Absent where it is one text. */
  readonly fences?: readonly Span[] | undefined;
  readonly settings: Settings;
  readonly interfaces: readonly Interface[];
  readonly bridgePorts: readonly BridgePort[];
  readonly interfaceLists: readonly InterfaceList[];
  readonly interfaceListMembers: readonly InterfaceListMember[];
  readonly addresses: readonly IpAddress[];
  readonly pools: readonly Pool[];
  readonly dhcpClients: readonly DhcpClient[];
  readonly dhcpServers: readonly DhcpServer[];
  readonly dhcpNetworks: readonly DhcpNetwork[];
  readonly dhcpLeases: readonly DhcpLease[];
  readonly dns: Dns;
  readonly dnsStatic: readonly DnsStatic[];
  readonly addressLists: readonly AddressListEntry[];
  readonly firewall: Firewall;
  readonly routingTables: readonly RoutingTable[];
  readonly vrfs: readonly Vrf[];
  readonly routingRules: readonly RoutingRule[];
  readonly routes: readonly Route[];
  readonly simpleQueues: readonly SimpleQueue[];
  readonly queueTrees: readonly QueueTree[];
  readonly queueTypes: readonly QueueType[];
  readonly netwatch: readonly Netwatch[];
  /** Items of menus that nothing here acts on. */
  readonly plain: readonly PlainItem[];
  readonly kept: readonly Kept[];
}

/** The lists of a Router, to be filled. */
export type ItemLists = {
  -readonly [K in keyof Router as Router[K] extends readonly unknown[]
    ? K
    : never]: Router[K] extends readonly (infer I)[] ? I[] : never;
};

export const emptyLists = (): ItemLists => ({
  interfaces: [],
  bridgePorts: [],
  interfaceLists: [],
  interfaceListMembers: [],
  addresses: [],
  pools: [],
  dhcpClients: [],
  dhcpServers: [],
  dhcpNetworks: [],
  dhcpLeases: [],
  dnsStatic: [],
  addressLists: [],
  routingTables: [],
  vrfs: [],
  routingRules: [],
  routes: [],
  simpleQueues: [],
  queueTrees: [],
  queueTypes: [],
  netwatch: [],
  plain: [],
  kept: [],
});

/** A frozen Router: what is not given is empty or at RouterOS's default; items without an id get one. */
export function makeRouter(parts: Partial<Router> = {}): Router {
  return freeze(
    withIds({
      version: { dialect: 'v7', text: '', evidence: [] },
      settings: settingsDefaults,
      dns: dnsDefaults,
      firewall: { ipv4: noRules, ipv6: noRules },
      ...emptyLists(),
      ...parts,
    }),
  );
}

function withIds(router: Router): Router {
  const rules = (tables: FirewallRules, menu: string): FirewallRules => ({
    raw: identified(tables.raw, `${menu} raw`),
    mangle: identified(tables.mangle, `${menu} mangle`),
    nat: identified(tables.nat, `${menu} nat`),
    filter: identified(tables.filter, `${menu} filter`),
  });
  return {
    ...router,
    interfaces: identified(router.interfaces, '/interface'),
    bridgePorts: identified(router.bridgePorts, '/interface bridge port'),
    interfaceLists: identified(router.interfaceLists, '/interface list'),
    interfaceListMembers: identified(router.interfaceListMembers, '/interface list member'),
    addresses: identified(router.addresses, '/ip address'),
    pools: identified(router.pools, '/ip pool'),
    dhcpClients: identified(router.dhcpClients, '/ip dhcp-client'),
    dhcpServers: identified(router.dhcpServers, '/ip dhcp-server'),
    dhcpNetworks: identified(router.dhcpNetworks, '/ip dhcp-server network'),
    dhcpLeases: identified(router.dhcpLeases, '/ip dhcp-server lease'),
    dnsStatic: identified(router.dnsStatic, '/ip dns static'),
    addressLists: identified(router.addressLists, '/ip firewall address-list'),
    firewall: {
      ipv4: rules(router.firewall.ipv4, '/ip firewall'),
      ipv6: rules(router.firewall.ipv6, '/ipv6 firewall'),
    },
    routingTables: identified(router.routingTables, '/routing table'),
    vrfs: identified(router.vrfs, '/ip vrf'),
    routingRules: identified(router.routingRules, '/routing rule'),
    routes: identified(router.routes, '/ip route'),
    simpleQueues: identified(router.simpleQueues, '/queue simple'),
    queueTrees: identified(router.queueTrees, '/queue tree'),
    queueTypes: identified(router.queueTypes, '/queue type'),
    netwatch: identified(router.netwatch, '/tool netwatch'),
    plain: identified(router.plain, '/'),
  };
}
