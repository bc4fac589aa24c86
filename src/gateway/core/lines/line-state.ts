import type { LineCause, LineEvidence, LineStatus, LineVerdict } from '../../../health/index.ts';

/** What was last said of a line, and when. */
export interface Judgement {
  readonly verdict: LineVerdict;
  readonly evidence: LineEvidence;
  readonly atMs: number;
}

/** One uplink as the gateway sees it: link, hand and probes taken together. */
export interface LineState {
  /** Its interface. */
  readonly line: string;
  readonly status: LineStatus;
  readonly cause?: LineCause | undefined;
  /** Of what its probes say; undefined where nobody has asked. */
  readonly evidence?: LineEvidence | undefined;
  /** It is not used while there is another: it answers again and may fall again, or its cable is back and nobody has answered yet. */
  readonly held?: boolean | undefined;
  /** Since when (CLOCK_MONOTONIC, ms). */
  readonly sinceMs: number;
}
