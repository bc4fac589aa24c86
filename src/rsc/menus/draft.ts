import {
  type Dns,
  dnsDefaults,
  type FirewallRule,
  type FirewallTable,
  type Kept,
  type Router,
  settingsDefaults,
} from '../../model/index.ts';
import type { Family } from '../../net/index.ts';

type Lists = {
  -readonly [K in keyof Router as Router[K] extends readonly unknown[]
    ? K
    : never]: Router[K] extends readonly (infer I)[] ? I[] : never;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A Router while it is being built. */
export interface Draft extends Lists {
  readonly settings: Writable<Router['settings']>;
  dns: Dns;
  readonly firewall: Readonly<Record<Family, Record<FirewallTable, FirewallRule[]>>>;
  readonly kept: Kept[];
}

export function makeDraft(): Draft {
  return {
    settings: { ...settingsDefaults },
    dns: dnsDefaults,
    firewall: { ipv4: emptyTables(), ipv6: emptyTables() },
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
  };
}

const emptyTables = (): Record<FirewallTable, FirewallRule[]> => ({
  raw: [],
  mangle: [],
  nat: [],
  filter: [],
});
