/** The menus that the model holds: one table of properties each. A new menu is one more file and its name here. */
import { ipFirewallFilter, ipFirewallMangle, ipFirewallNat, ipFirewallRaw } from './firewall.ts';
import { ipFirewallAddressList } from './firewall-address-list.ts';
import {
  interfaceBonding,
  interfaceBridge,
  interfaceEthernet,
  interfaceLte,
  interfaceMacvlan,
  interfacePppoeClient,
  interfaceVlan,
} from './interface.ts';
import { interfaceBridgePort, interfaceList, interfaceListMember } from './interface-list.ts';
import { ipAddress } from './ip-address.ts';
import { ipDhcpClient } from './ip-dhcp-client.ts';
import { ipDhcpServer, ipDhcpServerLease, ipDhcpServerNetwork } from './ip-dhcp-server.ts';
import { ipDns, ipDnsStatic } from './ip-dns.ts';
import { ipPool } from './ip-pool.ts';
import { ipRoute } from './ip-route.ts';
import type { Menu } from './menu.ts';
import { queueSimple, queueTree, queueType } from './queue.ts';
import { ipRouteRule, routingRule, routingSettings, routingTable } from './routing.ts';
import { ipFirewallConnectionTracking, ipSettings, systemIdentity } from './settings.ts';
import { toolNetwatch } from './tool-netwatch.ts';

/** In the order in which exports print them. */
export const menus: readonly Menu[] = [
  interfaceBridge,
  interfaceEthernet,
  interfaceLte,
  interfacePppoeClient,
  interfaceMacvlan,
  interfaceVlan,
  interfaceBonding,
  interfaceList,
  ipPool,
  ipDhcpServer,
  queueType,
  queueTree,
  routingTable,
  interfaceBridgePort,
  ipFirewallConnectionTracking,
  ipSettings,
  interfaceListMember,
  ipAddress,
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
  ipRoute,
  ipRouteRule,
  routingRule,
  routingSettings,
  queueSimple,
  systemIdentity,
  toolNetwatch,
];

export const menuByPath: ReadonlyMap<string, Menu> = new Map(menus.map(menu => [menu.path, menu]));

export * from './draft.ts';
export * from './menu.ts';
export { isSecret, masked } from './secret.ts';
export { fallbackOf, fallbackText } from './values.ts';
