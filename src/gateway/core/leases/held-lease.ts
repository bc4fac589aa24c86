import type { Lease } from '../../../rib/index.ts';

/** A lease that a client was given. Times are ms, CLOCK_MONOTONIC. */
export interface HeldLease {
  readonly lease: Lease;
  readonly obtainedAtMs: number;
  /** From then on its address may be somebody else's. */
  readonly expiresAtMs: number;
}

/** What is held of each interface's client. */
export type HeldLeases = Readonly<Record<string, HeldLease>>;

export const heldFrom = (lease: Lease, atMs: number): HeldLease => ({
  lease,
  obtainedAtMs: atMs,
  expiresAtMs: atMs + lease.leaseTime,
});
