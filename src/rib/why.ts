import type { CheckGateway, Origin, Route } from '../model/index.ts';
import type { Ipv4, Ipv4Prefix } from '../net/index.ts';

/** Another route, as far as a sentence names it. */
export interface NamedRoute {
  /** `10.10.10.1`, or `blackhole`. */
  readonly via: string;
  readonly distance: number;
  readonly source: 'connect' | 'static' | 'dhcp' | 'vpn' | 'modem';
  readonly origin: Origin;
}

/** Why a gateway is in its state, or a route is not active. Closed union by `kind`; say.ts has the sentences. */
export type Why =
  | { readonly kind: 'disabled' | 'no-gateway' | 'another-preferred' }
  | { readonly kind: 'no-table' | 'table-without-fib'; readonly table: string }
  | { readonly kind: 'own-address'; readonly address: Ipv4 }
  | { readonly kind: 'no-interface' | 'not-running' | 'running'; readonly interface: string }
  | { readonly kind: 'connected'; readonly address: Ipv4; readonly interfaces: readonly string[] }
  | { readonly kind: 'recursive'; readonly address: Ipv4; readonly destination: Ipv4Prefix }
  | {
      readonly kind: 'led-into';
      readonly address: Ipv4;
      readonly type: Route['type'];
      readonly destination: Ipv4Prefix;
    }
  | { readonly kind: 'unresolved'; readonly address: Ipv4; readonly targetScope: number }
  /** An active route leads to it whose scope is above this route's target-scope. `stated`: before v7 lifted it. */
  | {
      readonly kind: 'scope-too-high';
      readonly address: Ipv4;
      readonly targetScope: number;
      readonly destination: Ipv4Prefix;
      readonly origin: Origin;
      readonly stated: number;
      readonly scope: number;
    }
  /** The line that it leaves by is down, though its link runs. */
  | { readonly kind: 'line-down'; readonly interface: string }
  | { readonly kind: 'silent'; readonly address: Ipv4; readonly method: Exclude<CheckGateway, 'none'> }
  /** A probe address is unresolved, because its host route is down. */
  | { readonly kind: 'host-route-down'; readonly gateway: Why; readonly origin: Origin; readonly host: Why }
  | { readonly kind: 'gateways'; readonly each: readonly Why[] }
  | { readonly kind: 'farther'; readonly distance: number; readonly rival: NamedRoute }
  | {
      readonly kind: 'tie';
      readonly rival: NamedRoute;
      readonly source: NamedRoute['source'];
      /** What RouterOS does with routes of equal distance: uses one of them, or promises no order. */
      readonly law: 'one-of-them' | 'no-order';
    };
