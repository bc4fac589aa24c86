/** What the DHCP clients of the WANs hold, which of it is used, and for how long. */
export { leaseConditions } from './conditions.ts';
export { hearLeasesTimer, leasesTimer } from './expiry.ts';
export { hearLease } from './hear-lease.ts';
export { type HeldLease, heldFrom } from './held-lease.ts';
export { savedOf } from './saved.ts';
export { usedLeases } from './used.ts';
