import type { Duration, Ipv4, Ipv4Prefix, Mac } from '../../net/index.ts';
import { type Item, itemDefaults } from './item.ts';
import type { CheckGateway } from './route.ts';

/** One entry of `default-route-tables=main:1,to_ISP1:2` (RouterOS ≥ 7.18). */
export interface DefaultRouteTable {
  /** `default` is main, or the table of the VRF that the client's interface is in. */
  readonly table: string;
  /** Not stated: `defaultRouteDistance`. */
  readonly distance?: number | undefined;
}

/** `/ip dhcp-client`. */
export interface DhcpClient extends Item {
  readonly interface: string;
  readonly addDefaultRoute: 'yes' | 'no' | 'special-classless';
  readonly defaultRouteDistance: number;
  /** Empty where not stated: then the default route goes to main at `defaultRouteDistance`. */
  readonly defaultRouteTables: readonly DefaultRouteTable[];
  readonly checkGateway: CheckGateway;
  readonly usePeerDns: boolean;
  readonly usePeerNtp: boolean;
  /** Lease script, opaque; empty where there is none. */
  readonly script: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** `/ip dhcp-server`. */
export interface DhcpServer extends Item {
  readonly name: string;
  readonly interface: string;
  /** A pool's name or `static-only`. */
  readonly addressPool: string;
  readonly leaseTime: Duration;
  readonly authoritative: boolean;
  readonly properties: Readonly<Record<string, string>>;
}

/** `/ip dhcp-server network`. */
export interface DhcpNetwork extends Item {
  readonly address: Ipv4Prefix;
  readonly gateway: readonly Ipv4[];
  readonly dnsServer: readonly Ipv4[];
  readonly dnsNone: boolean;
  readonly netmask?: number | undefined;
  readonly domain?: string | undefined;
  readonly ntpServer: readonly Ipv4[];
  readonly properties: Readonly<Record<string, string>>;
}

/** `/ip dhcp-server lease` (static ones). */
export interface DhcpLease extends Item {
  readonly address?: Ipv4 | undefined;
  readonly macAddress?: Mac | undefined;
  readonly clientId?: string | undefined;
  readonly server?: string | undefined;
  readonly properties: Readonly<Record<string, string>>;
}

export function makeDhcpClient(parts: Partial<DhcpClient> & Pick<DhcpClient, 'interface'>): DhcpClient {
  return {
    addDefaultRoute: 'yes',
    defaultRouteDistance: 1,
    defaultRouteTables: [],
    checkGateway: 'none',
    usePeerDns: true,
    usePeerNtp: true,
    script: '',
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}

export function makeDhcpServer(
  parts: Partial<DhcpServer> & Pick<DhcpServer, 'name' | 'interface'>,
): DhcpServer {
  return {
    addressPool: 'static-only',
    leaseTime: 1_800_000,
    authoritative: true,
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}

export function makeDhcpNetwork(parts: Partial<DhcpNetwork> & Pick<DhcpNetwork, 'address'>): DhcpNetwork {
  return {
    gateway: [],
    dnsServer: [],
    dnsNone: false,
    ntpServer: [],
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}

export function makeDhcpLease(parts: Partial<DhcpLease>): DhcpLease {
  return { properties: {}, ...itemDefaults, ...parts };
}
