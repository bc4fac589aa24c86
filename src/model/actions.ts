import type { Duration, Family, Ipv4, PortRange } from '../net/index.ts';
import { type FirewallTable, firewallTables, type TablesWith, tablesWith } from './firewall-table.ts';
import type { Gate } from './semantics.ts';

interface Passthrough {
  /** After the action: go on with the next rule (default), or accept and leave the hook. */
  readonly passthrough: boolean;
}

/** Actions that RouterOS has and we do not carry out: read, written back and said. What they take stands in `properties`. */
export const keptActions = [
  'endpoint-independent-nat',
  'socksify',
  'route',
  'sniff-tzsp',
  'sniff-pc',
  'snpt',
  'dnpt',
] as const;
/** The same for those that have `passthrough`. */
export const keptPassthroughActions = [
  'set-priority',
  'clear-df',
  'strip-ipv4-options',
  'change-hop-limit',
] as const;

/** Where `new-dscp` may take its value from instead. */
export const dscpSources = ['from-priority', 'from-priority-to-high-3-bits'] as const;
export type DscpSource = (typeof dscpSources)[number];

export type KeptAction =
  | { readonly kind: (typeof keptActions)[number] }
  | (Passthrough & { readonly kind: (typeof keptPassthroughActions)[number] })
  | (Passthrough & { readonly kind: 'change-dscp'; readonly dscp: DscpSource });

/** What a firewall rule does. Closed union by `kind`; which tables allow which is the reader's business. */
export type Action = CarriedAction | KeptAction;

export type CarriedAction =
  | { readonly kind: 'accept' | 'drop' | 'tarpit' | 'return' | 'log' | 'notrack' | 'fasttrack-connection' }
  /** The counting no-op. */
  | { readonly kind: 'passthrough' }
  | { readonly kind: 'reject'; readonly with: string }
  | { readonly kind: 'jump'; readonly target: string }
  | (Passthrough & { readonly kind: 'mark-connection'; readonly mark: string })
  | (Passthrough & { readonly kind: 'mark-packet'; readonly mark: string })
  | (Passthrough & { readonly kind: 'mark-routing'; readonly mark: string })
  | (Passthrough & { readonly kind: 'change-mss'; readonly mss: number | 'clamp-to-pmtu' })
  | (Passthrough & { readonly kind: 'change-dscp'; readonly dscp: number })
  | (Passthrough & {
      readonly kind: 'change-ttl';
      readonly op: 'set' | 'increment' | 'decrement';
      readonly ttl: number;
    })
  | { readonly kind: 'masquerade'; readonly toPorts?: PortRange | undefined }
  | {
      readonly kind: 'src-nat' | 'dst-nat' | 'netmap' | 'same';
      readonly toAddresses?: { readonly from: Ipv4; readonly to: Ipv4 } | undefined;
      readonly toPorts?: PortRange | undefined;
    }
  | { readonly kind: 'redirect'; readonly toPorts?: PortRange | undefined }
  | {
      readonly kind: 'add-src-to-address-list' | 'add-dst-to-address-list';
      readonly list: string;
      /** undefined: for ever (until reboot for `none-dynamic`). */
      readonly timeout?: Duration | undefined;
    };

export type ActionKind = Action['kind'];

/** Everything about a kind of action but its values. */
export interface ActionTrait {
  /** Tables of `/ip firewall` that have it. */
  readonly ipv4: TablesWith;
  /** Tables of `/ipv6 firewall` that have it. */
  readonly ipv6: TablesWith;
  /** Properties that belong to it; those with `!` it must have. */
  readonly properties: readonly string[];
  /** What follows for the packet: its way through the chains ends, goes elsewhere, or goes on. */
  readonly next: 'ends' | 'calls' | 'goes-on';
  /** Can it change where a packet ends up, itself or through what it notes? */
  readonly steers: boolean;
}

const everywhere = { ipv4: tablesWith(firewallTables), ipv6: tablesWith(firewallTables) };
const inTables = (...tables: readonly FirewallTable[]) => ({
  ipv4: tablesWith(tables),
  ipv6: tablesWith(tables),
});
const inIpv4 = (tables: readonly FirewallTable[], gate: Gate = {}) => ({
  ipv4: tablesWith(tables, gate),
  ipv6: {},
});

const ends = { properties: [], next: 'ends', steers: true } as const;
const lists = {
  properties: ['!address-list', 'address-list-timeout'],
  next: 'goes-on',
  steers: true,
} as const;
const toAddress = ['to-addresses', 'to-address', 'to-ports'] as const;
const translates = { next: 'ends', steers: true } as const;
const marks = { next: 'goes-on', steers: true } as const;
const changes = { next: 'goes-on', steers: false } as const;

const prefixTranslation: ActionTrait = {
  ipv4: {},
  ipv6: tablesWith(['mangle'], { dialect: 'v7' }),
  properties: ['src-prefix', 'dst-prefix'],
  next: 'ends',
  steers: true,
};

/**
 * The actions by table, with their properties (docs/routeros.md#actions). `passthrough` belongs to all that have it in
 * their value.
 */
export const actionTraits: Readonly<Record<ActionKind, ActionTrait>> = {
  accept: { ...everywhere, ...ends },
  drop: { ...everywhere, ...ends },
  return: { ...everywhere, ...ends },
  jump: { ...everywhere, properties: ['!jump-target'], next: 'calls', steers: true },
  log: { ...everywhere, properties: [], next: 'goes-on', steers: false },
  passthrough: { ...everywhere, properties: [], next: 'goes-on', steers: false },
  'add-src-to-address-list': { ...everywhere, ...lists },
  'add-dst-to-address-list': { ...everywhere, ...lists },
  reject: { ...inTables('filter'), ...ends, properties: ['reject-with'] },
  tarpit: { ...inTables('filter'), ...ends },
  notrack: { ...inTables('raw'), properties: [], next: 'goes-on', steers: true },
  'fasttrack-connection': {
    ...inTables('mangle', 'filter'),
    properties: ['hw-offload'],
    next: 'goes-on',
    steers: true,
  },
  'mark-connection': { ...inTables('mangle'), ...marks, properties: ['!new-connection-mark', 'passthrough'] },
  'mark-packet': { ...inTables('mangle'), ...marks, properties: ['!new-packet-mark', 'passthrough'] },
  'mark-routing': { ...inTables('mangle'), ...marks, properties: ['!new-routing-mark', 'passthrough'] },
  'change-mss': { ...inTables('mangle'), ...changes, properties: ['!new-mss', 'passthrough'] },
  'change-dscp': { ...inTables('mangle'), ...changes, properties: ['!new-dscp', 'passthrough'] },
  'change-hop-limit': {
    ipv4: {},
    ipv6: tablesWith(['mangle']),
    ...changes,
    properties: ['new-hop-limit', 'passthrough'],
  },
  'change-ttl': { ...inIpv4(['mangle']), ...marks, properties: ['!new-ttl', 'passthrough'] },
  masquerade: { ...inTables('nat'), ...translates, properties: ['to-ports', 'randomise-ports'] },
  redirect: { ...inTables('nat'), ...translates, properties: ['to-ports'] },
  'src-nat': { ...inTables('nat'), ...translates, properties: toAddress },
  'dst-nat': { ...inTables('nat'), ...translates, properties: toAddress },
  netmap: { ...inTables('nat'), ...translates, properties: toAddress },
  same: {
    ...inIpv4(['nat']),
    ...translates,
    properties: [...toAddress, 'same-not-by-dst'],
  },
  'endpoint-independent-nat': {
    ...inIpv4(['nat'], { dialect: 'v7' }),
    ...translates,
    properties: ['to-ports', 'randomise-ports'],
  },
  socksify: {
    ...inIpv4(['nat'], { dialect: 'v7', minor: 20 }),
    ...translates,
    properties: ['socksify-service', 'socks5-server', 'socks5-port'],
  },
  route: { ...inIpv4(['mangle']), ...marks, properties: ['route-dst'] },
  'sniff-tzsp': {
    ...inTables('mangle'),
    ...changes,
    properties: ['sniff-target', 'sniff-target-port'],
  },
  'sniff-pc': {
    ...inTables('mangle'),
    ...changes,
    properties: ['sniff-id', 'sniff-target', 'sniff-target-port'],
  },
  /** RFC 6296. */
  snpt: prefixTranslation,
  dnpt: prefixTranslation,
  'set-priority': {
    ...inTables('mangle'),
    ...changes,
    properties: ['new-priority', 'passthrough'],
  },
  'clear-df': { ...inIpv4(['mangle']), ...changes, properties: ['passthrough'] },
  'strip-ipv4-options': { ...inIpv4(['mangle']), ...changes, properties: ['passthrough'] },
};

/** All kinds. */
const actionKinds = Object.keys(actionTraits) as readonly ActionKind[];

/** Is it the name of an action? */
export function isActionKind(name: string): name is ActionKind {
  return name in actionTraits;
}

/** Do we leave it undone? */
export function isKeptAction(action: Action): action is KeptAction {
  if (action.kind === 'change-dscp') return typeof action.dscp === 'string';
  return keptKinds.has(action.kind);
}

const keptKinds: ReadonlySet<ActionKind> = new Set([...keptActions, ...keptPassthroughActions]);

/** Where a property exists that is not simply where its actions are. */
const exceptions: Readonly<Record<string, Partial<Readonly<Record<Family, TablesWith>>>>> = {
  'hw-offload': { ipv4: { filter: { dialect: 'v7', until: 20 } }, ipv6: {} },
  'randomise-ports': { ipv4: { nat: { minor: 10 } }, ipv6: {} },
  // Before 7.15 the property of IPv6 had the name of that of IPv4.
  'to-addresses': { ipv6: { nat: { dialect: 'v7', until: 15 } } },
  'to-address': { ipv4: {} },
};

/** Properties that a table has for its actions, with the versions that have them. */
export function actionProperties(family: Family, table: FirewallTable): ReadonlyMap<string, Gate> {
  const found = new Map<string, Gate>();
  for (const trait of Object.values(actionTraits)) {
    if (!(table in trait[family])) continue;
    for (const property of trait.properties.map(name => name.replace('!', ''))) {
      const gate = (exceptions[property]?.[family] ?? trait[family])[table];
      if (gate && !found.has(property)) found.set(property, gate);
    }
  }
  return found;
}

const required: ReadonlyMap<ActionKind, readonly string[]> = new Map(
  actionKinds.map(kind => [
    kind,
    actionTraits[kind].properties.filter(name => name.startsWith('!')).map(name => name.slice(1)),
  ]),
);

/** The properties that an action cannot do without. */
export const requiredBy = (kind: ActionKind): readonly string[] => required.get(kind) ?? [];

/** Actions of a table, in whatever version. */
export function actionsOf(family: Family, table: FirewallTable): readonly ActionKind[] {
  return actionKinds.filter(kind => table in actionTraits[kind][family]);
}
