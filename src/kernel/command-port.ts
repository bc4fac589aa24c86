import { currentNamespace, type Namespace } from '../sys/index.ts';
import { clearMarks, connections, deleteConnections } from './command/connection.ts';
import { namedCounters } from './command/counter.ts';
import { hasChain, setHooks } from './command/hook.ts';
import * as link from './command/link.ts';
import * as route from './command/route.ts';
import { fillSets, isFilled } from './command/set.ts';
import { openShell } from './command/shell.ts';
import type { KernelPort } from './port.ts';

/**
 * The port over ip(8), nft(8) and conntrack(8): 3 to 80 ms an operation, for machines where calling libc does not
 * work. `ns` must stay open as long as the port is used.
 */
export function openCommandPort(ns?: Namespace): KernelPort {
  const home = ns ? undefined : currentNamespace();
  const shell = openShell(ns ?? home);
  return {
    backend: 'command',
    links: () => link.links(shell),
    createLink: spec => link.createLink(shell, spec),
    changeLink: (name, change) => link.changeLink(shell, name, change),
    deleteLink: name => void shell.say(['ip', 'link', 'delete', 'dev', name]),
    addresses: (family = 'ipv4') => link.addresses(shell, family),
    addAddress: row => link.writeAddress(shell, 'add', row.interface, row.address),
    deleteAddress: (name, address) => link.writeAddress(shell, 'delete', name, address),
    routes: (family = 'ipv4') => route.routes(shell, family),
    addRoute: one => route.writeRoute(shell, 'add', one),
    replaceRoute: one => route.writeRoute(shell, 'replace', one),
    deleteRoute: one => route.deleteRoute(shell, one),
    rules: (family = 'ipv4') => route.rules(shell, family),
    addRule: rule => route.writeRule(shell, 'add', rule),
    deleteRule: rule => route.writeRule(shell, 'delete', rule),
    neighbours: (family = 'ipv4') => link.neighbours(shell, family),
    deleteNeighbour: (name, address) => void shell.say(['ip', 'neighbour', 'delete', address, 'dev', name]),
    isFilled: set => isFilled(shell, set),
    fillSets: wanted => fillSets(shell, wanted),
    hasChain: place => hasChain(shell, place),
    setHooks: (table, hooks) => setHooks(shell, table, hooks),
    namedCounters: table => namedCounters(shell, table),
    hasTable: table => shell.ask(['nft', '-t', 'list', 'table', 'inet', table]).code === 0,
    rulesetGeneration: () => undefined,
    connections: filter => connections(shell, filter),
    deleteConnections: filter => deleteConnections(shell, filter),
    clearMarks: (filter, bits) => clearMarks(shell, filter, bits),
    close: () => home?.close(),
  };
}
