import { monotonicMs } from '../sys/index.ts';
import type { HeldLease } from './core/index.ts';
import type { StoredLease } from './state/index.ts';

// A gateway counts in its own clock, which no change of the date touches; what is on disk outlives that clock.

const sinceEpochMs = (): number => Date.now() - monotonicMs();

export function asStored({ lease, obtainedAtMs, expiresAtMs }: HeldLease): StoredLease {
  const base = sinceEpochMs();
  return {
    line: lease.interface,
    lease,
    obtainedAt: base + obtainedAtMs,
    expiresAt: base + expiresAtMs,
  };
}

export function asHeld({ lease, obtainedAt, expiresAt }: StoredLease): HeldLease {
  const base = sinceEpochMs();
  return { lease, obtainedAtMs: obtainedAt - base, expiresAtMs: expiresAt - base };
}
