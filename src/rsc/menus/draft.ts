import {
  type Dns,
  dnsDefaults,
  emptyLists,
  type FirewallRule,
  type FirewallTable,
  type ItemLists,
  type Router,
  settingsDefaults,
} from '../../model/index.ts';
import type { Family } from '../../net/index.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A Router while it is being built. */
export interface Draft extends ItemLists {
  readonly settings: Writable<Router['settings']>;
  dns: Dns;
  readonly firewall: Readonly<Record<Family, Record<FirewallTable, FirewallRule[]>>>;
}

export function makeDraft(): Draft {
  return {
    settings: { ...settingsDefaults },
    dns: dnsDefaults,
    firewall: { ipv4: emptyTables(), ipv6: emptyTables() },
    ...emptyLists(),
  };
}

const emptyTables = (): Record<FirewallTable, FirewallRule[]> => ({
  raw: [],
  mangle: [],
  nat: [],
  filter: [],
});
