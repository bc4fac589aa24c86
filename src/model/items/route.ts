import { defaultPrefix, type Ipv4, type Ipv4Prefix } from '../../net/index.ts';
import { type Item, itemDefaults } from './item.ts';

export type CheckGateway = 'none' | 'ping' | 'arp' | 'bfd';

/** One next hop: `10.0.0.1`, `ether1`, `10.0.0.1%ether1`, `10.0.0.1@main`. At least one of address, interface is set. */
export interface Gateway {
  readonly address?: Ipv4 | undefined;
  readonly interface?: string | undefined;
  /** Table in which the address is looked up; main where not stated. */
  readonly table?: string | undefined;
}

/** `/ip route` (static). `table` is v7's routing-table or v6's routing-mark; `main` without one. */
export interface Route extends Item {
  readonly destination: Ipv4Prefix;
  readonly type: 'unicast' | 'blackhole' | 'unreachable' | 'prohibit';
  /** Several: v6 ECMP (repeated for weight). Empty for the non-unicast types. */
  readonly gateways: readonly Gateway[];
  readonly table: string;
  readonly distance: number;
  readonly scope: number;
  readonly targetScope: number;
  readonly checkGateway: CheckGateway;
  readonly prefSrc?: Ipv4 | undefined;
  readonly properties: Readonly<Record<string, string>>;
}

/** `/routing table` (v7), or a table that a v6 routing mark implies (then `implied`). */
export interface RoutingTable extends Item {
  readonly name: string;
  readonly fib: boolean;
  readonly implied: boolean;
}

/** `/routing rule` (v7), `/ip route rule` (v6). */
export interface RoutingRule extends Item {
  readonly action: 'lookup' | 'lookup-only-in-table' | 'drop' | 'unreachable';
  readonly srcAddress?: Ipv4Prefix | undefined;
  readonly dstAddress?: Ipv4Prefix | undefined;
  readonly interface?: string | undefined;
  readonly routingMark?: string | undefined;
  readonly table?: string | undefined;
  /** Ignore routes of the table whose prefix is this long or shorter (v7 `min-prefix`, Linux suppress_prefixlength). */
  readonly minPrefix?: number | undefined;
  readonly properties: Readonly<Record<string, string>>;
}

/** Name of the table that always exists. */
export const mainTable = 'main';

export function makeRoute(parts: Partial<Route>): Route {
  return {
    destination: defaultPrefix('ipv4'),
    type: 'unicast',
    gateways: [],
    table: mainTable,
    distance: 1,
    scope: 30,
    targetScope: 10,
    checkGateway: 'none',
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}

export function makeRoutingTable(parts: Partial<RoutingTable> & Pick<RoutingTable, 'name'>): RoutingTable {
  return { fib: true, implied: false, ...itemDefaults, ...parts };
}

export function makeRoutingRule(parts: Partial<RoutingRule>): RoutingRule {
  return { action: 'lookup', properties: {}, ...itemDefaults, ...parts };
}
