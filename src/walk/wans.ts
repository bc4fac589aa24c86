import type { Rib } from '../health/index.ts';
import { type FirewallRule, interfaceNames, membersOf, type Router } from '../model/index.ts';

/**
 * Interfaces towards the Internet, in the order of the configuration: those that a default route uses or would use,
 * that have a DHCP client, or by which a srcnat rule lets private addresses out; never one with a DHCP server.
 */
export function wanInterfaces(router: Router, rib: Rib): readonly string[] {
  const found = new Set([
    ...router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface),
    ...defaultRouteInterfaces(rib),
    ...router.firewall.nat.flatMap(rule => translatedInterfaces(router, rule)),
  ]);
  for (const server of router.dhcpServers) if (!server.disabled) found.delete(server.interface);
  const order = interfaceNames(router);
  return [...found].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function defaultRouteInterfaces({ routes }: Rib): string[] {
  return routes
    .filter(({ destination, source }) => destination === '0.0.0.0/0' && source !== 'connect')
    .flatMap(({ gateways }) => gateways.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface)));
}

function translatedInterfaces(router: Router, rule: FirewallRule): readonly string[] {
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
