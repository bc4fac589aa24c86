import type { Namespace } from '../sys/index.ts';
import * as netlink from './netlink/index.ts';
import type { KernelPort } from './port.ts';

/** The port over netlink sockets: 10 to 500 µs an operation. `ns` must stay open only for this call. */
export function openNetlinkPort(ns?: Namespace): KernelPort {
  const route = netlink.openNetlink(netlink.family.ROUTE, ns);
  const filter = netlink.openNetlink(netlink.family.NETFILTER, ns);
  const links = (): ReturnType<KernelPort['links']> => netlink.dumpLinks(route);
  const names = (): netlink.LinkNames => netlink.namesOf(netlink.dumpLinkNames(route));
  return {
    backend: 'netlink',
    number: route.number,
    links,
    createLink: spec => netlink.createLink(route, spec),
    changeLink: (name, change) => netlink.changeLink(route, name, change),
    deleteLink: name => netlink.deleteLink(route, name),
    addresses: (family = 'ipv4') => netlink.dumpAddresses(route, names(), family),
    addAddress: address => netlink.addAddress(route, address),
    deleteAddress: (name, address) => netlink.deleteAddress(route, name, address),
    routes: (family = 'ipv4') => netlink.dumpRoutes(route, names(), family),
    addRoute: one => netlink.addRoute(route, one),
    replaceRoute: one => netlink.replaceRoute(route, one),
    deleteRoute: one => netlink.deleteRoute(route, one),
    rules: (family = 'ipv4') => netlink.dumpRules(route, family),
    addRule: rule => netlink.addRule(route, rule),
    deleteRule: rule => netlink.deleteRule(route, rule),
    moveRuleBehind: rule => netlink.moveRuleBehind(route, rule),
    neighbours: (family = 'ipv4') => netlink.dumpNeighbours(route, names(), family),
    deleteNeighbour: (name, address) => netlink.deleteNeighbour(route, name, address),
    isFilled: set => netlink.isFilled(filter, set),
    fillSets: wanted => netlink.fillSets(filter, wanted),
    hasChain: place => netlink.hasChain(filter, place),
    setHooks: (table, hooks) => netlink.setHooks(filter, table, hooks),
    namedCounters: table => netlink.readCounters(filter, table),
    hasTable: table => netlink.hasTable(filter, table),
    rulesetGeneration: () => netlink.rulesetGeneration(filter),
    connections: wanted => netlink.dumpConnections(filter, wanted),
    deleteConnections: wanted => netlink.deleteConnections(filter, wanted),
    clearMarks: (wanted, bits) => netlink.clearMarks(filter, wanted, bits),
    close() {
      route.close();
      filter.close();
    },
  };
}
