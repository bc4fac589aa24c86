import type { Duration, Mac, PortRange } from '../net/index.ts';
import type {
  AddressMatch,
  AddressType,
  ConnectionHelper,
  ConnectionNatState,
  ConnectionState,
  HotspotState,
  Ipv4Option,
  Ipv6Header,
  LimitKey,
  P2pProtocol,
  PccKind,
  TcpFlag,
  TtlComparison,
  Weekday,
} from './matcher-values.ts';

interface Named {
  readonly interface: string;
}
interface Listed {
  readonly list: string;
}
interface Marked {
  readonly mark: string;
}
interface Addressed {
  readonly address: AddressMatch;
}
interface Typed {
  readonly types: readonly AddressType[];
}
interface Ported {
  readonly ports: readonly PortRange[];
}
interface Range {
  readonly from: number;
  readonly to: number;
}
interface Prioritised {
  readonly priority: number;
}

/** What each kind of matcher holds. A kind has the name of its property; `matcherTraits` says all else of it. */
export interface MatcherValues {
  'in-interface': Named;
  'out-interface': Named;
  'in-interface-list': Listed;
  'out-interface-list': Listed;
  'in-bridge-port': Named;
  'out-bridge-port': Named;
  'in-bridge-port-list': Listed;
  'out-bridge-port-list': Listed;
  'src-address': Addressed;
  'dst-address': Addressed;
  'src-address-list': Listed;
  'dst-address-list': Listed;
  'src-address-type': Typed;
  'dst-address-type': Typed;
  'src-mac-address': { readonly mac: Mac };
  /** Name (tcp, udp, icmp, gre …) or decimal number. */
  protocol: { readonly protocol: string };
  'src-port': Ported;
  'dst-port': Ported;
  port: Ported;
  'connection-mark': Marked;
  'packet-mark': Marked;
  'routing-mark': Marked;
  'connection-state': { readonly states: readonly ConnectionState[] };
  'connection-nat-state': { readonly states: readonly ConnectionNatState[] };
  'connection-type': { readonly helper: ConnectionHelper };
  /** Bytes of both directions. */
  'connection-bytes': Range;
  /** bit/s of both directions. */
  'connection-rate': Range;
  /** More than `limit` connections of a source network of `length` bits. */
  'connection-limit': { readonly limit: number; readonly length: number };
  'per-connection-classifier': {
    readonly fields: PccKind;
    readonly denominator: number;
    readonly remainder: number;
  };
  nth: { readonly every: number; readonly packet: number };
  random: { readonly percent: number };
  /** `count` packets or bits in `perMs`, and `burst` at once. */
  limit: {
    readonly count: number;
    readonly perMs: Duration;
    readonly burst: number;
    readonly mode: 'packet' | 'bit';
  };
  /** The same for each `key`; a bucket is forgotten when it was idle for `expire`. */
  'dst-limit': {
    readonly count: number;
    readonly perMs: Duration;
    readonly burst: number;
    readonly key: LimitKey;
    readonly expire?: Duration | undefined;
  };
  /** Time of day from midnight, on these days. */
  time: { readonly from: Duration; readonly to: Duration; readonly days: readonly Weekday[] };
  /** Flags that must be set / must be clear. */
  'tcp-flags': { readonly set: readonly TcpFlag[]; readonly clear: readonly TcpFlag[] };
  'tcp-mss': Range;
  /** Code undefined matches any. */
  'icmp-options': {
    readonly type: number;
    readonly codeFrom?: number | undefined;
    readonly codeTo?: number | undefined;
  };
  dscp: { readonly dscp: number };
  tos: { readonly tos: string };
  ttl: { readonly op: TtlComparison; readonly ttl: number };
  'hop-limit': { readonly op: TtlComparison; readonly ttl: number };
  /** `exact`: these and no others. */
  headers: { readonly headers: readonly Ipv6Header[]; readonly mode?: 'exact' | 'contains' | undefined };
  'packet-size': Range;
  fragment: Readonly<Record<never, never>>;
  'ipv4-options': { readonly option: Ipv4Option };
  priority: Prioritised;
  'ingress-priority': Prioritised;
  realm: { readonly realm: string };
  'routing-table': { readonly table: string };
  'ipsec-policy': { readonly direction: 'in' | 'out'; readonly policy: 'ipsec' | 'none' };
  /** States that the client must be in / must not be in. */
  hotspot: { readonly set: readonly HotspotState[]; readonly clear: readonly HotspotState[] };
  content: { readonly text: string };
  'layer7-protocol': { readonly name: string };
  'tls-host': { readonly pattern: string };
  p2p: { readonly p2p: P2pProtocol };
  /** Port scan detection: a weight for each new port, within a delay. */
  psd: {
    readonly threshold: number;
    readonly delay: Duration;
    readonly lowPortWeight: number;
    readonly highPortWeight: number;
  };
}

export type MatcherKind = keyof MatcherValues;

/** The matchers of these kinds. */
export type MatcherOf<K extends MatcherKind> = {
  readonly [P in K]: {
    readonly kind: P;
    /** Written with `!`. */
    readonly negated: boolean;
  } & MatcherValues[P];
}[K];

/** One condition of a firewall rule; all of a rule's conditions must hold. Closed union by `kind`. */
export type Matcher = MatcherOf<MatcherKind>;
