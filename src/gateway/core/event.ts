import type { HostCheck, LineEvidence, LineSecond, LineVerdict } from '../../health/index.ts';
import type { IntentRun } from '../../intent/index.ts';
import type { Router } from '../../model/index.ts';
import type { Receiver } from '../../notify/index.ts';
import type { GatewayCheck, InterfaceState, Lease, LeaseRoutes } from '../../rib/index.ts';
import type { Language } from '../../text/index.ts';
import type { BesideKernel, FactsOf, Trouble } from '../conditions/index.ts';

/** The configuration that the gateway runs. */
export interface RunConfig {
  readonly file: string;
  /** Where it was read from, and what it says: for who reads it again, or takes it back. */
  readonly source?: readonly string[] | undefined;
  readonly texts?: ReadonlyMap<string, string> | undefined;
  readonly router: Router;
  /** Static routes that follow a lease, by the DHCP client's interface. */
  readonly leaseRoutes: LeaseRoutes;
  /** Whose timers decide: RouterOS's, as the text has them (default), or jalur's own. */
  readonly pace?: Pace | undefined;
  /** At jalur's pace: lines of which the text checks no route are judged, too. */
  readonly autoHealth?: boolean | undefined;
  /** At jalur's pace: what becomes of connections of an outage when the dead line returns; default: they stay. */
  readonly failback?: Failback | undefined;
  /** Every packet is asked by every rule; default: connections keep what was decided about them. */
  readonly plain?: boolean | undefined;
  /** Each rule counts every packet that it is about: no connection keeps decisions. */
  readonly exactCounters?: boolean | undefined;
  /** How connections are divided where the text has PCC; default: by its remainder. */
  readonly balance?: Balance | undefined;
  /** Of PPPoE lines, by device: these are dialled. Never print them. */
  readonly passwords?: Readonly<Record<string, string>> | undefined;
  /** Where an intent says that they lie, by the interfaces of the lines. */
  readonly passwordFiles?: Readonly<Record<string, string>> | undefined;
  /** What an intent says that lines can carry (bit/s), by their interfaces. */
  readonly rates?: IntentRun['rates'];
  /** New connections avoid lines that are full while others are not; by buckets alone. */
  readonly spill?: boolean | undefined;
  /** Who is told of what happens. */
  readonly notify?: readonly Receiver[] | undefined;
  /** Of what is said about its text to whoever starts it; default English. */
  readonly language?: Language | undefined;
}

/**
 * By PCC's remainder, by a table of buckets that moves nobody but whom it must, or by one whose weights follow what lines deliver.
 */
export const balances = ['pcc', 'buckets', 'adaptive'] as const;
export type Balance = (typeof balances)[number];

/** They stay where they are (`keep`), move after some time (`drain`, ms), or at once (`cut`). */
export type Failback =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drain'; readonly afterMs: number }
  | { readonly kind: 'cut' };

export type Pace = 'jalur' | 'routeros';

/** Interfaces by name, as the kernel has them. */
export type Interfaces = Readonly<Record<string, InterfaceState>>;

/** What happened outside. `atMs`: when that became known (CLOCK_MONOTONIC). */
export type CoreEvent = { readonly atMs: number } & (
  | { readonly kind: 'start' }
  /** Interfaces or addresses changed, by anybody. `reason`: `the link of ether1 is down`. */
  | { readonly kind: 'link'; readonly reason: string }
  /** Something of ours changed that we did not change. */
  | { readonly kind: 'drift'; readonly reason: string; readonly byOthers?: boolean | undefined }
  /** `lease` undefined: it was lost. */
  | {
      readonly kind: 'lease';
      readonly interface: string;
      readonly lease?: Lease | undefined;
      readonly durationMs?: number | undefined;
    }
  | {
      readonly kind: 'probe';
      readonly check: GatewayCheck;
      readonly reachable: boolean;
      readonly silentMs: number;
    }
  /** A host that netwatch asks answers now, or does not; the first that is known of it counts as well. */
  | { readonly kind: 'host'; readonly check: HostCheck; readonly status: 'up' | 'down' }
  /** What probes and traffic say of a line. */
  | {
      readonly kind: 'line';
      readonly line: string;
      readonly verdict: LineVerdict;
      readonly evidence: LineEvidence;
    }
  /** Probes of this check or target cannot be sent (`error`), or can be sent again. */
  | { readonly kind: 'probe-sending'; readonly key: string; readonly error?: string | undefined }
  /** A service ended by itself, has run for a while since, or was stopped on purpose. */
  | { readonly kind: 'service'; readonly name: string; readonly state: ServiceState }
  /** Chains of other tables that drop what we forward, all of them. */
  | { readonly kind: 'foreign'; readonly drops: readonly string[] }
  /** Other programs that configure our interfaces, all of them. */
  | {
      readonly kind: 'managers';
      readonly managers: readonly { readonly interface: string; readonly by: string }[];
    }
  /** What is wrong with the journal, all of it. */
  | { readonly kind: 'journal'; readonly troubles: readonly FactsOf<'gateway/journal'>[] }
  /** What is wrong with notifications, all of it. */
  | { readonly kind: 'notify'; readonly troubles: readonly FactsOf<'gateway/notify-failed'>[] }
  /** `trialMs`: unless it is confirmed within that time, the one before comes back; `saves`: else it goes into its files then. */
  | {
      readonly kind: 'config';
      readonly config: RunConfig;
      readonly trialMs?: number | undefined;
      readonly saves?: boolean | undefined;
    }
  /** One that has errors, or that the kernel refuses; `objection`: the first of them, with its place. */
  | { readonly kind: 'config-refused'; readonly file: string; readonly objection: string }
  /** The gateway was started with a file that had not been confirmed, and runs the one before. */
  | { readonly kind: 'rolled-back'; readonly file: string }
  | { readonly kind: 'confirmed' }
  /** Somebody takes the one on trial back before its time. */
  | { readonly kind: 'taken-back' }
  /** Somebody takes a line down by hand, or gives it back to its health. */
  | {
      readonly kind: 'wan';
      readonly line: string;
      readonly action: WanAction;
      /** Who, as far as is known. */
      readonly by?: string | undefined;
    }
  | { readonly kind: 'timer'; readonly name: TimerName }
  /** What every line did in the second before; where shares follow that. */
  | { readonly kind: 'second'; readonly lines: readonly LineSecond[] }
  /** Answer to `observe`. `atMs`: before the kernel was read. */
  | { readonly kind: 'observed'; readonly result: Outcome<{ readonly interfaces: Interfaces }> }
  /** Answer to `apply`. `sinceMs`: when that began. */
  | { readonly kind: 'applied'; readonly sinceMs: number; readonly result: Outcome<Applied> }
  /** Answer to `setServices`, `save`, `settleTrial`, `saveForced`, `forget` and `moveFlows`. */
  | { readonly kind: 'performed'; readonly effect: BesideKernel; readonly error?: Trouble | undefined }
);

export type WanAction = 'down' | 'up';

export type ServiceState =
  | { readonly kind: 'died'; readonly said: string; readonly againMs: number }
  | { readonly kind: 'steady' }
  | { readonly kind: 'stopped' };

export type TimerName =
  | 'drift'
  | 'retry'
  | 'scripts'
  | 'drain'
  | 'settle'
  | 'stragglers'
  | 'leases'
  | 'trial'
  | 'past-connections'
  | 'past-flows';

/** What came of an effect; `error`: the environment did not let us. */
export type Outcome<T> =
  | ({ readonly kind: 'done' } & T)
  | { readonly kind: 'failed'; readonly error: Trouble };

/** What one apply did and what the machine refused. */
export interface Applied {
  /** One line each; empty where nothing had to change. */
  readonly changes: readonly string[];
  readonly problems: readonly Trouble[];
  /** Nothing is forwarded, as the kernel does not hold the firewall. */
  readonly closed?: boolean | undefined;
}
