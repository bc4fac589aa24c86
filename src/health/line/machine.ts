import type { Faded } from './faded.ts';
import type { LineCause, LineEvidence, LineVerdict } from './line-state.ts';
import type { LineTarget, LineWatch } from './line-watch.ts';
import type { Lack, Samples } from './quality.ts';
import type { RoundTrips } from './round-trip.ts';

/** A probe without an answer yet. */
export interface Probe {
  readonly seq: number;
  readonly target: string;
  readonly sentMs: number;
  readonly purpose: 'slow' | 'burst' | 'revive';
  /** Its time is over; an answer may come all the same. */
  readonly missed: boolean;
}

/** What is known of one target. */
export interface TargetState {
  readonly heard: boolean;
  /** Slow probes in a row that were missed, and when the first of them was sent. */
  readonly misses: number;
  readonly missedMs?: number | undefined;
  readonly silent: boolean;
  readonly askedMs: number;
}

/** What passes a line. */
export interface Traffic {
  /** When some was last seen to come in, and to leave. */
  readonly inMs: number;
  readonly outMs: number;
  /** When it first left after the last came in. */
  readonly unansweredMs?: number | undefined;
  /** The longest such silence that was fine. */
  readonly gap: Faded;
  /** Its silence may be suspected: something has come in since it was last. */
  readonly armed: boolean;
}

/** A line is not asked about, is suspected, or is dead. */
export type Phase =
  | { readonly kind: 'calm' }
  | {
      readonly kind: 'suspect';
      /** Since when there was silence, and since when we know. */
      readonly sinceMs: number;
      readonly startMs: number;
      /** Take the time that an idle line is given. */
      readonly patient: boolean;
      readonly first: number;
      readonly sent: number;
      readonly nextMs: number;
      /** Targets that have answered since, and whether the gateway did. */
      readonly heard: readonly string[];
      readonly gatewayHeard: boolean;
    }
  | {
      readonly kind: 'down';
      readonly sinceMs: number;
      readonly cause: LineCause;
      /** Number of the last probe before the verdict: its answer would prove that wrong. */
      readonly last: number;
      readonly silenceMs: number;
      /** Answers in a row, and who gave them. */
      readonly good: number;
      readonly heard: readonly string[];
      readonly nextMs: number;
    };

/** A line between two moments. Times are ms of any one monotonic clock. Plain data. */
export interface LineMachine {
  readonly watch: LineWatch;
  readonly phase: Phase;
  /** Number of the latest probe; 0 before the first. */
  readonly seq: number;
  /** Number and time of the latest slow probe. */
  readonly slow: number;
  readonly slowMs: number;
  readonly pending: readonly Probe[];
  readonly targets: Readonly<Record<string, TargetState>>;
  /** Targets whose answers decide. */
  readonly deciding: readonly LineTarget[];
  readonly trips: RoundTrips;
  readonly samples: Samples;
  /** How many samples there ever were. */
  readonly sampled: number;
  readonly lack?: Lack | undefined;
  readonly traffic: Traffic;
  /** When its time last came: counters are looked at then. */
  readonly lookedMs: number;
  /** When anything last proved life. */
  readonly aliveMs?: number | undefined;
  /** The longest outage that ended by itself. */
  readonly outage: Faded;
  /** When it fell. */
  readonly falls: readonly number[];
  /** What was said last. */
  readonly verdict: LineVerdict;
}

/** What happens to a line: its time has come, an answer arrived, packets passed (not those of probes) since the last count. */
export type LineEvent =
  | { readonly kind: 'wake' }
  | { readonly kind: 'reply'; readonly seq: number; readonly rttMs: number }
  | { readonly kind: 'traffic'; readonly arrived: number; readonly left: number };

/** What the caller must do. */
export type LineEffect =
  | { readonly kind: 'send'; readonly seq: number; readonly target: string }
  | { readonly kind: 'verdict'; readonly verdict: LineVerdict; readonly evidence: LineEvidence };

/** `wakeMs`: when to come back with `wake` if nothing else happens before. */
export interface LineStep {
  readonly machine: LineMachine;
  readonly effects: readonly LineEffect[];
  readonly wakeMs: number;
}
