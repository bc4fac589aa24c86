import type { Origin } from '../../model/index.ts';
import type { Ipv4Prefix } from '../../net/index.ts';
import type { Why } from '../../rib/index.ts';
import type { InvariantName } from '../invariants/breach.ts';
import type { MarkKind, Near } from './mark-kind.ts';

/** A route that is not active. */
interface Idle {
  readonly origin: Origin;
  readonly why: Why;
}

/** What is wrong with a text; say.ts has the sentences. */
type Flaw =
  /** Remainders that no rule takes, that no packet ever has, or that several rules take. */
  | {
      readonly kind: 'missing' | 'impossible' | 'repeated';
      /** `both-addresses:3`. */
      readonly pcc: string;
      readonly remainders: readonly number[];
      /** Beside remainders that no packet has: those that no rule takes. */
      readonly missing?: readonly number[];
    }
  /**
   * Packets are marked for a table that takes none of them: it holds no active route, or `only` narrow ones. `isKept`: a
   * routing rule keeps them from main.
   */
  | {
      readonly kind: 'empty-table';
      readonly table: string;
      readonly only: readonly Ipv4Prefix[];
      readonly isKept: boolean;
      /** Its default route, where it has one that is not active, and why that is so. */
      readonly idle?: Idle;
    }
  /** Connections that come in by a WAN get a mark that is sent to a table which leads out by others. */
  | {
      readonly kind: 'crossed-marks';
      readonly mark: string;
      readonly wan: string;
      readonly table: string;
      readonly outs: readonly string[];
    }
  /** Static routes whose gateways are only reached by each other. */
  | { readonly kind: 'route-loop'; readonly destinations: readonly Ipv4Prefix[] }
  /** A static route whose gateway only a route leads to that its target-scope shuts out. */
  | {
      readonly kind: 'scope';
      readonly destination: Ipv4Prefix;
      readonly table: string;
      readonly gateway: string;
      readonly targetScope: number;
      /** The route that leads to the gateway. */
      readonly host: Ipv4Prefix;
      readonly scope: number;
      /** Before RouterOS 7 lifted it. */
      readonly stated: number;
    }
  /** Rules ask for a mark that none sets. `near`: one that rules set and that was probably meant. */
  | {
      readonly kind: 'unset-mark';
      readonly of: MarkKind;
      readonly mark: string;
      readonly near: Near | undefined;
    }
  /** A bridge that filters VLANs keeps one of them from the router. */
  | { readonly kind: 'withheld-vlan'; readonly vlan: string; readonly bridge: string }
  /** A part of a balance sets a mark that no rule asks for. */
  | { readonly kind: 'unread-mark'; readonly mark: string }
  /** Rules before it take every packet that the rule is meant for. */
  | { readonly kind: 'unreached-pcc' | 'unreached-mark' };

/** An invariant about the text and the routes themselves that does not hold. */
export interface Defect {
  readonly invariant: InvariantName;
  readonly flaw: Flaw;
  readonly origins: readonly Origin[];
}
