/** The menus that the model holds: one table of properties each. A new menu is one more file and its name here. */
import { existsIn, type RouterOsVersion } from '../../model/index.ts';
import {
  ipFirewallFilter,
  ipFirewallMangle,
  ipFirewallNat,
  ipFirewallRaw,
  ipv6FirewallFilter,
  ipv6FirewallMangle,
  ipv6FirewallNat,
  ipv6FirewallRaw,
} from './firewall.ts';
import { ipFirewallAddressList, ipv6FirewallAddressList } from './firewall-address-list.ts';
import { interfaceBonding } from './interface-bonding.ts';
import { interfaceBridge } from './interface-bridge.ts';
import { interfaceEthernet } from './interface-ethernet.ts';
import { interfaceBridgePort, interfaceList, interfaceListMember } from './interface-list.ts';
import { interfaceLte } from './interface-lte.ts';
import { interfaceMacvlan } from './interface-macvlan.ts';
import { interfacePppoeClient } from './interface-pppoe-client.ts';
import { interfaceVlan } from './interface-vlan.ts';
import { interfaceWireguard, interfaceWireguardPeers } from './interface-wireguard.ts';
import { ipAddress } from './ip-address.ts';
import { ipDhcpClient } from './ip-dhcp-client.ts';
import { ipDhcpServer, ipDhcpServerLease, ipDhcpServerNetwork } from './ip-dhcp-server.ts';
import { ipDns, ipDnsStatic } from './ip-dns.ts';
import { ipPool } from './ip-pool.ts';
import { ipRoute } from './ip-route.ts';
import { ipv6Address, ipv6DhcpClient, ipv6Nd, ipv6Route, ipv6Settings } from './ipv6.ts';
import type { Menu } from './menu.ts';
import {
  interfaceAny,
  interfaceBridgeVlan,
  interfaceLteApn,
  ipCloud,
  ipFirewallLayer7,
  ipFirewallServicePort,
  ipNeighborSettings,
  ipService,
  pppProfile,
  pppSecret,
  systemClock,
  systemLogging,
  systemLoggingAction,
  systemNtpClient,
  systemNtpServers,
  systemScheduler,
  systemScript,
  toolBandwidthServer,
  toolEmail,
  toolMacPing,
  toolMacServer,
  toolMacWinbox,
} from './plain-menus.ts';
import { queueSimple, queueTree, queueType } from './queue.ts';
import { ipRouteRule, routingRule, routingSettings, routingTable } from './routing.ts';
import { ipFirewallConnectionTracking, ipSettings, systemIdentity } from './settings.ts';
import { toolNetwatch } from './tool-netwatch.ts';
import { ipRouteVrf, ipVrf } from './vrf.ts';

/** In the order in which exports print them. */
export const menus: readonly Menu[] = [
  interfaceAny,
  interfaceBridge,
  interfaceEthernet,
  interfaceLteApn,
  interfaceLte,
  interfacePppoeClient,
  interfaceMacvlan,
  interfaceVlan,
  interfaceWireguard,
  interfaceWireguardPeers,
  interfaceBonding,
  interfaceList,
  ipFirewallLayer7,
  ipPool,
  ipDhcpServer,
  pppProfile,
  queueType,
  queueTree,
  ipVrf,
  routingTable,
  systemLoggingAction,
  interfaceBridgePort,
  ipFirewallConnectionTracking,
  ipNeighborSettings,
  ipSettings,
  ipv6Settings,
  interfaceBridgeVlan,
  interfaceListMember,
  ipAddress,
  ipCloud,
  ipDhcpClient,
  ipDhcpServerLease,
  ipDhcpServerNetwork,
  ipDns,
  ipDnsStatic,
  ipFirewallAddressList,
  ipFirewallFilter,
  ipFirewallMangle,
  ipFirewallNat,
  ipFirewallRaw,
  ipFirewallServicePort,
  ipRoute,
  ipRouteRule,
  ipRouteVrf,
  ipService,
  ipv6Route,
  ipv6Address,
  ipv6DhcpClient,
  ipv6FirewallAddressList,
  ipv6FirewallFilter,
  ipv6FirewallMangle,
  ipv6FirewallNat,
  ipv6FirewallRaw,
  ipv6Nd,
  pppSecret,
  routingRule,
  routingSettings,
  queueSimple,
  systemClock,
  systemIdentity,
  systemLogging,
  systemNtpClient,
  systemNtpServers,
  systemScheduler,
  systemScript,
  toolBandwidthServer,
  toolEmail,
  toolMacServer,
  toolMacWinbox,
  toolMacPing,
  toolNetwatch,
];

export const menuByPath: ReadonlyMap<string, Menu> = new Map(menus.map(menu => [menu.path, menu]));

/** Does that version have this property, as far as its menu's table says? */
export function takes(version: RouterOsVersion, menu: string, property: string): boolean {
  const attribute = menuByPath.get(menu)?.attributes[property];
  return attribute !== undefined && existsIn(attribute.only, version);
}

export * from './draft.ts';
export * from './menu.ts';
export { isSecret, withoutSecrets } from './secret.ts';
export { fallbackText } from './values.ts';
