import { type Ipv4, networkOf, prefixContains } from '../net/index.ts';
import { interfaceNames, membersOf } from './interface-members.ts';
import type { Gateway } from './route.ts';
import type { Router } from './router.ts';
import type { FirewallRule } from './rule.ts';

/**
 * Interfaces towards the Internet, in the order of the configuration: those with a DHCP client, those by which a
 * default route leaves, those by which a srcnat rule lets private addresses out; never one with a DHCP server. Read
 * from the configuration alone: rules must not change when a link does.
 */
export function wanInterfaces(router: Router): readonly string[] {
  const found = new Set([
    ...router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface),
    ...router.interfaces.filter(item => !item.disabled && item.addDefaultRoute).map(({ name }) => name),
    ...defaultRouteInterfaces(router),
    ...router.firewall.ipv4.nat.flatMap(rule => translatedInterfaces(router, rule)),
  ]);
  for (const server of router.dhcpServers) if (!server.disabled) found.delete(server.interface);
  const order = interfaceNames(router);
  return [...found].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function defaultRouteInterfaces(router: Router): string[] {
  return router.routes
    .filter(({ destination, disabled }) => destination === '0.0.0.0/0' && !disabled)
    .flatMap(({ gateways }) => gateways.flatMap(gateway => gatewayInterfaces(router, gateway, 4)));
}

/** Where a gateway lies: said, on a configured network, or behind another route (canaries), `depth` routes deep. */
function gatewayInterfaces(router: Router, gateway: Gateway, depth: number): string[] {
  const { address } = gateway;
  if (gateway.interface !== undefined) return [gateway.interface];
  if (address === undefined || depth === 0) return [];
  const connected = connectedInterfaces(router, address);
  if (connected.length > 0) return connected;
  return router.routes
    .filter(({ destination }) => destination !== '0.0.0.0/0' && prefixContains(destination, address))
    .flatMap(route => route.gateways.flatMap(next => gatewayInterfaces(router, next, depth - 1)));
}

const connectedInterfaces = ({ addresses }: Router, gateway: Ipv4): string[] =>
  addresses
    .filter(({ address, disabled }) => !disabled && prefixContains(networkOf(address), gateway))
    .map(item => item.interface);

function translatedInterfaces(router: Router, rule: FirewallRule): string[] {
  if (rule.disabled || rule.chain !== 'srcnat') return [];
  if (rule.action.kind !== 'masquerade' && rule.action.kind !== 'src-nat') return [];
  return rule.matchers.flatMap(matcher => {
    if (matcher.negated) return [];
    if (matcher.kind === 'out-interface') return [matcher.interface];
    return matcher.kind === 'out-interface-list' ? namedMembers(router, matcher.list) : [];
  });
}

/** The built-in lists name no uplink. */
function namedMembers(router: Router, list: string): readonly string[] {
  return router.interfaceLists.some(({ name }) => name === list) ? membersOf(router, list) : [];
}
