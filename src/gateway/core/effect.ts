import type { SharingInForce } from '../../compile/index.ts';
import type { HostCheck, LineWatch } from '../../health/index.ts';
import type { PppoeLine, Program } from '../../linux/index.ts';
import type { GatewayCheck, World } from '../../rib/index.ts';
import type { RunConfig, TimerName } from './event.ts';
import type { GatewayEvent } from './gateway-event.ts';
import type { HeldLease } from './leases/held-lease.ts';
import type { LineMemory } from './lines/line-memory.ts';
import type { KeptShares } from './shares/kept-shares.ts';

/** The services of a Program that can run now. */
export type Services = Pick<Program, 'dhcpClients' | 'dhcpServers' | 'dns'> & {
  /** Never print them: they hold passwords. */
  readonly pppoe?: readonly PppoeLine[] | undefined;
};

/** What only a running gateway knows, kept for other commands. */
export interface SavedWorld extends Pick<World, 'leases' | 'unreachable'> {
  readonly sharing?: SharingInForce | undefined;
}

/** What is kept on disk. */
export interface Saved {
  /** Undefined: nobody keeps it any more, so nobody shall read it. */
  readonly world?: SavedWorld | undefined;
  /** For the next start. */
  readonly held: readonly HeldLease[];
  /** For the next start within this boot. */
  readonly lines?: LineMemory | undefined;
  /** For the next start within an hour. */
  readonly shares?: KeptShares | undefined;
}

/** A line to be watched, and the counters of what passes it. */
export interface ProbedLine {
  readonly watch: LineWatch;
  readonly counters: { readonly arrived: string; readonly left: string };
}

/** Connections whose mark, masked, is this one; `protocol`: IP protocol number, default all. */
export interface ConnectionChoice {
  readonly mark: number;
  readonly mask: number;
  readonly protocol?: number | undefined;
}

/** Connections by the line that they leave by: those whose ct mark, masked, is this one. */
export type FlowChoice = Pick<ConnectionChoice, 'mark' | 'mask'>;

/** What the core wants done, as data. The loop performs it; `observe` and `apply` are answered by an event of their own. */
export type Effect =
  | { readonly kind: 'observe' }
  | { readonly kind: 'apply'; readonly program: Program }
  /** Ask the DHCP server of this interface again. */
  | { readonly kind: 'renew'; readonly interface: string }
  /** Ask anew for hosts on this link that did not answer while it led nowhere. */
  | { readonly kind: 'askNeighbours'; readonly interface: string }
  | {
      readonly kind: 'setProbes';
      readonly checks: readonly GatewayCheck[];
      readonly hosts: readonly HostCheck[];
      readonly lines: readonly ProbedLine[];
    }
  /** Connections end here: their next packet is judged anew. */
  | { readonly kind: 'forget'; readonly connections: readonly ConnectionChoice[] }
  /**
   * Connections whose line is dead, or which are to go back: TCP that was translated is made to speak, so that the kernel
   * resets it on the LAN's side; everything else is forgotten, and its next packet is judged anew.
   */
  | { readonly kind: 'moveFlows'; readonly flows: readonly FlowChoice[] }
  | { readonly kind: 'setServices'; readonly services: Services }
  /** This configuration stays: the next start runs it, too, rather than one that was tried and is not confirmed. */
  | { readonly kind: 'settleTrial'; readonly stays: RunConfig }
  | ({ readonly kind: 'save' } & Saved)
  /** Keep over restarts and reboots which lines were taken down by hand. */
  | { readonly kind: 'saveForced'; readonly lines: readonly string[] }
  /** Send a `timer` event after that time; a timer of that name that runs already is replaced. */
  | { readonly kind: 'timer'; readonly name: TimerName; readonly afterMs: number }
  | { readonly kind: 'emit'; readonly event: GatewayEvent };
