import type { CheckGateway, Origin, Route } from '../model/index.ts';
import type { Duration, Ipv4, Ipv4Prefix } from '../net/index.ts';
import type { Why } from './why.ts';

/** Where packets really go: an on-link address on an interface, or the interface itself. */
export interface NextHop {
  readonly address?: Ipv4 | undefined;
  readonly interface: string;
}

/** One gateway of a candidate route after resolution. */
export interface RibGateway {
  /** As configured: `10.10.10.1`, `ether1`, `10.0.0.1%ether1`. */
  readonly text: string;
  /** Immediate next hops (several when a recursive gateway resolves over ECMP); empty where unresolved. */
  readonly nextHops: readonly NextHop[];
  readonly state: 'reachable' | 'unreachable' | 'unresolved' | 'interface-down';
  /** Why it is in that state. */
  readonly why: Why;
  /** Key of the check that watches it, where one does. */
  readonly check?: string | undefined;
  /** Resolved through another route (scope / target-scope) rather than a connected network. */
  readonly recursive: boolean;
}

/** A candidate route as `/ip route print` would list it, active or not. */
export interface RibRoute {
  readonly destination: Ipv4Prefix;
  readonly table: string;
  readonly type: Route['type'];
  readonly source: 'connect' | 'static' | 'dhcp' | 'vpn' | 'modem';
  readonly dynamic: boolean;
  readonly disabled: boolean;
  readonly active: boolean;
  readonly ecmp: boolean;
  readonly distance: number;
  readonly scope: number;
  readonly targetScope: number;
  readonly gateways: readonly RibGateway[];
  readonly prefSrc?: Ipv4 | undefined;
  readonly checkGateway: CheckGateway;
  readonly comment: string;
  /** Why it is not active; undefined where it is. */
  readonly why: Why | undefined;
  readonly origin: Origin;
}

/** One gateway that somebody has to probe. v6 shares one per address, v7 has one per (address, interface, method). */
export interface GatewayCheck {
  readonly key: string;
  readonly address: Ipv4;
  /** Interface the probe must leave by. */
  readonly interface: string;
  readonly method: Exclude<CheckGateway, 'none'>;
  readonly interval: Duration;
  readonly timeout: Duration;
  /** Time-outs in a row that make it unreachable; one reply makes it reachable. */
  readonly count: number;
}

/** The routing information base: all candidates, and what must be probed to keep it true. */
export interface Rib {
  readonly routes: readonly RibRoute[];
  readonly checks: readonly GatewayCheck[];
}
