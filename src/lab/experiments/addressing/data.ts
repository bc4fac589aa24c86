import type { Ipv4 } from '../../../net/index.ts';

/** An address of a WAN, and where it is from. */
export interface WanLease {
  readonly from: 'dhcp' | 'dialled' | 'static';
  readonly interface: string;
  /** `10.10.10.254/24`. */
  readonly address: string;
  readonly gateway: string;
  readonly dns: readonly string[];
  /** From its first DISCOVER; null where there was none. */
  readonly tookMs: number | null;
}

/** What stands where a machine outside saw nothing. */
export const nothingSeen = '–';

/** The source address that a machine outside saw of a client's connection. */
export interface NatSight {
  readonly client: string;
  readonly seenBy: string;
  /** `nothingSeen` where no connection came about. */
  readonly seenAs: string;
}

/** A route that is not active. */
export interface InactiveRoute {
  readonly destination: string;
  /** As configured. */
  readonly gateway: string;
  readonly table: string;
  /** `paper.rsc:27`; empty for a route that no text states. */
  readonly place: string;
  /** One sentence or more. */
  readonly reason: string;
}

/** What the addressing experiment found. */
export interface Addressing {
  readonly leases: readonly WanLease[];
  readonly clients: readonly {
    readonly name: string;
    readonly address: Ipv4;
    readonly gateway: string;
    readonly dns: readonly string[];
  }[];
  readonly nat: readonly NatSight[];
  readonly internet: readonly (NatSight & { readonly isp: string })[];
  readonly routes: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Why each route that is not active is not. */
  readonly inactive: readonly InactiveRoute[];
  /** By which ports the active default route of each table leaves. */
  readonly defaults: Readonly<Record<string, readonly string[]>>;
  /** Tables that have an active route. */
  readonly tables: readonly string[];
  /** Where the kernel's tables differ from the gateway's list; empty when in step. */
  readonly differences: readonly string[];
  /** What the LAN's resolver answered; undefined where clients were given none, or no server has a name. */
  readonly lookup?:
    | { readonly resolver: string; readonly name: string; readonly expected: string; readonly answer: string }
    | undefined;
}
