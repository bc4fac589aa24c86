/** Why a line is down, or not as it should be. */
export type LineCause = 'carrier' | 'gateway' | 'upstream' | 'dns' | 'forced' | 'loss' | 'latency' | 'jitter';

/** `unknown`: nobody on the line has answered yet, and nobody has to. */
export type LineStatus = 'unknown' | 'up' | 'degraded' | 'down';

/** What a judgement rests on. Times in ms, loss as a share of 1. */
export interface LineEvidence {
  /** How long nothing came from behind the line. */
  readonly silentMs: number;
  /** Probes in a row without an answer. */
  readonly lost: number;
  /** Targets that were asked. */
  readonly asked: readonly string[];
  readonly roundTripMs?: number | undefined;
  readonly jitterMs?: number | undefined;
  readonly loss?: number | undefined;
}

/** What the probes say about a line. */
export interface LineVerdict {
  readonly status: LineStatus;
  readonly cause?: LineCause | undefined;
  /** It answers again, and is kept down for a while because it may fall again. */
  readonly held?: boolean | undefined;
  /** Keys of targets that are silent by themselves, the line being alive. */
  readonly silent: readonly string[];
}
