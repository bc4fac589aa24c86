import type { Duration, Ipv4, PortRange } from '../net/index.ts';

interface Passthrough {
  /** After the action: go on with the next rule (default), or accept and leave the hook. */
  readonly passthrough: boolean;
}

/** What a firewall rule does. Closed union by `kind`; which tables allow which is the reader's business. */
export type Action =
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
    }
  /** Known to RouterOS, not executed by us (sniff-tzsp, strip-ipv4-options, route …): kept and said. */
  | { readonly kind: 'unsupported'; readonly action: string };

export type ActionKind = Action['kind'];
