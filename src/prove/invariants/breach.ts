import type { Origin } from '../../model/index.ts';
import type { Ipv4Prefix } from '../../net/index.ts';
import type { Trace } from '../../walk/index.ts';

/** What must hold, by name. */
export const invariantNames = [
  'lan-reaches-internet',
  'lan-reaches-lan',
  'lan-reaches-router',
  'router-reaches-lan',
  'router-reaches-servers',
  'tunnels-lead-outside',
  'vpn-servers-answer',
  'forward-works-inside',
  'forward-works-outside',
  'answer-returns',
  'connection-stays',
  'answer-leaves-as-it-came',
  'nothing-loops',
  'nothing-leaks',
  'admin-gets-in',
  'pcc-is-complete',
  'tables-are-live',
  'routes-resolve',
  'marks-are-reached',
] as const;

export type InvariantName = (typeof invariantNames)[number];

/** What the router itself asks others for. */
export type OwnService =
  | 'DNS'
  | 'DoH'
  | 'NTP'
  | 'RADIUS'
  | 'netwatch'
  | 'WireGuard'
  | 'L2TP'
  | 'PPTP'
  | 'SSTP'
  | 'OVPN'
  | 'IPsec'
  | 'GRE'
  | 'EoIP'
  | 'IPIP';

/** A VPN server of the router. */
export type VpnService = 'L2TP' | 'L2TP/IPsec' | 'PPTP' | 'SSTP' | 'OVPN' | 'WireGuard' | 'IKEv2' | 'IPsec';

/** What of a conversation is wrong; say.ts has the sentences. */
export type BreachKind =
  /** Its first packet, or (`outbound`) one from a LAN to the Internet, or the answer to that. */
  | { readonly kind: 'packet' | 'outbound' | 'answer' }
  /** It left by `out` as an address of the network there that no port of the router has. */
  | { readonly kind: 'unowned'; readonly out: string; readonly src: number }
  /** A later packet; the first one left by `out`. */
  | { readonly kind: 'later'; readonly out: string }
  /** The answer to a packet that came in by a WAN; `pinged`: to a ping of an address that is private, or that no text states, for which no box there asks. */
  | { readonly kind: 'inbound' | 'pinged'; readonly to: number; readonly in: string }
  /** One from LAN `from` to another LAN or to the router itself, or the answer to that. */
  | {
      readonly kind: 'to-lan' | 'from-lan' | 'to-router' | 'from-router';
      readonly from: string;
    }
  /** From WAN `from` to a third party. */
  | { readonly kind: 'transit'; readonly from: string }
  /** From WAN `from`, and sent out of a WAN to another address by dst-nat. */
  | { readonly kind: 'sent-on'; readonly from: string; readonly to: number }
  /** A port forward asked by LAN `from`: the server answers past the router (`forward`), or its answer goes wrong. */
  | { readonly kind: 'forward' | 'from-forward'; readonly from: string; readonly to: number }
  /**
   * The router's own question to an other end, or (`answered`) the answer to it. `name`: what the text calls it, where its
   * address is not known and `to` stands for it; empty: a lease names it.
   */
  | {
      readonly kind: 'own';
      readonly service: OwnService;
      readonly to: number;
      readonly name?: string | undefined;
      readonly answered: boolean;
    }
  /** Packets of a tunnel itself go into tunnels that lead back to it. */
  | {
      readonly kind: 'into-itself';
      readonly service: OwnService;
      readonly to: number;
      readonly name?: string | undefined;
      readonly ring: readonly string[];
    }
  /** The router sends to a host of LAN `to`, or that host answers. */
  | { readonly kind: 'to-host' | 'from-host'; readonly to: string }
  /** A VPN server gets no first packet by WANs `from`. `meant`: the rule that shall let it in. */
  | {
      readonly kind: 'closed';
      readonly service: VpnService;
      readonly protocol: number;
      readonly port: number;
      readonly from: readonly string[];
      readonly meant?: Origin | undefined;
    }
  /** A port forward (`rule`) gets no first packet by WANs `from`. */
  | {
      readonly kind: 'closed-forward';
      readonly protocol: number;
      readonly port: number;
      readonly from: readonly string[];
      readonly rule: Origin;
    }
  /** NAT changes the ends of what an IPsec policy shall take. */
  | { readonly kind: 'unencrypted'; readonly policy: Origin }
  /** Only one address is lost, because a route pins it to a dead WAN; `probe`: as a gateway or netwatch host. */
  | { readonly kind: 'pinned'; readonly destination: Ipv4Prefix; readonly probe: boolean }
  /** No packet at all succeeds. */
  | { readonly kind: 'nobody'; readonly invariant: 'admin-gets-in' | 'lan-reaches-internet' };

/** A service that a breach concerns: a VPN server of the router, or a port forward. */
export interface Concerned {
  readonly service: VpnService | 'port forward';
  readonly protocol: number;
  readonly port: number;
}

/** Which destinations a breach concerns: all that a default route takes, or only what narrower routes take. */
export type Weight =
  | { readonly kind: 'everything' }
  | { readonly kind: 'only'; readonly destinations: readonly Ipv4Prefix[] };

/** A conversation that breaks an invariant, and the walk that shows it. */
export interface Breach {
  readonly invariant: InvariantName;
  readonly breach: BreachKind;
  readonly trace: Trace;
  /** Said of what goes from a LAN to the Internet. */
  readonly weight?: Weight | undefined;
  /** Said of answers to what came in by a WAN. */
  readonly concerns?: readonly Concerned[] | undefined;
}
