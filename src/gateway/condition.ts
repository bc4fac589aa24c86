/** Trouble that a user has to know of while the gateway runs: named, with what to do. Plain data. */
export interface Condition {
  /** `gateway/service-died`, `gateway/apply-failed` … */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence: what is the case. */
  readonly what: string;
  /** One sentence: what helps. */
  readonly do: string;
}
