import type { RunConfig } from '../event.ts';

/** A configuration that is taken back unless somebody confirms it. Times are CLOCK_MONOTONIC, ms. */
export interface Trial {
  /** The one that it replaced, and that comes back. */
  readonly previous: RunConfig;
  readonly untilMs: number;
  /** Since when the kernel has had it: who opened his connection after that came in by it. */
  readonly inForceMs?: number | undefined;
  /** Whoever applied it wants it in its files once it stays. */
  readonly saves?: boolean | undefined;
}
