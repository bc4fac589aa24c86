import type { Duration } from '../../net/index.ts';
import type { Origin, Stated } from './origin.ts';

/** `/ip firewall connection tracking`. */
interface ConnectionTracking {
  readonly enabled: 'yes' | 'no' | 'auto';
  readonly looseTcpTracking: boolean;
  /** Time-outs and the rest as written. */
  readonly properties: Readonly<Record<string, string>>;
}

/** `/ip settings`. */
interface IpSettings {
  readonly ipForward: boolean;
  readonly rpFilter: 'no' | 'loose' | 'strict';
  readonly tcpSyncookies: boolean;
  readonly multipathHashPolicy: 'l3' | 'l4' | 'l3-inner';
  readonly properties: Readonly<Record<string, string>>;
}

/** How gateways are checked (`/routing settings`, tunable since 7.21; fixed before). */
interface RoutingSettings {
  readonly checkGatewayInterval: Duration;
  readonly checkGatewayTimeout: Duration;
  /** Time-outs in a row that make a gateway unreachable. */
  readonly checkGatewayCount: number;
  readonly properties: Readonly<Record<string, string>>;
}

/** Single-valued menus. */
export interface Settings {
  /** `/system identity`. */
  readonly identity: string;
  readonly connectionTracking: ConnectionTracking;
  readonly ip: IpSettings;
  readonly routing: RoutingSettings;
  /** How the text states such menus (`/ip settings`, `/ip dns`), by path. */
  readonly stated: Readonly<Record<string, { readonly origin: Origin; readonly stated?: Stated }>>;
}

/** What a router without any of these statements has; check-gateway 10 s / 1 s / 2 (docs/routeros.md#check-gateway). */
export const settingsDefaults: Settings = {
  identity: 'MikroTik',
  connectionTracking: { enabled: 'auto', looseTcpTracking: true, properties: {} },
  ip: { ipForward: true, rpFilter: 'no', tcpSyncookies: false, multipathHashPolicy: 'l3', properties: {} },
  routing: { checkGatewayInterval: 10_000, checkGatewayTimeout: 1000, checkGatewayCount: 2, properties: {} },
  stated: {},
};
