import type { CheckGateway, Gateway, Origin } from '../model/index.ts';
import type { Ipv4, Ipv4Prefix } from '../net/index.ts';
import type { RibRoute } from './rib-route.ts';
import type { Why } from './why.ts';

/** Static routes whose gateway a lease script rewrites: comments of the routes by the DHCP client's interface. */
export type LeaseRoutes = Readonly<Record<string, readonly string[]>>;

/** A gateway to resolve, with the text that `/ip route print` shows for it. */
export interface CandidateGateway extends Gateway {
  readonly text: string;
}

/** A route that wants to be active: what is known of it before any gateway is resolved. */
export interface Candidate {
  readonly destination: Ipv4Prefix;
  readonly table: string;
  readonly type: RibRoute['type'];
  readonly source: RibRoute['source'];
  readonly dynamic: boolean;
  readonly disabled: boolean;
  readonly distance: number;
  readonly scope: number;
  readonly targetScope: number;
  readonly gateways: readonly CandidateGateway[];
  readonly prefSrc?: Ipv4 | undefined;
  readonly checkGateway: CheckGateway;
  readonly comment: string;
  readonly origin: Origin;
  /** Why it cannot be active whatever its gateways do; undefined where nothing forbids it. */
  readonly veto: Why | undefined;
}
