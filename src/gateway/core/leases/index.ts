/** What the DHCP clients of the WANs hold, and for how long. */
export { hearLeasesTimer, leasesTimer } from './expiry.ts';
export { hearLease } from './hear-lease.ts';
export { type HeldLease, heldFrom, leasesOf } from './held-lease.ts';
export { savedOf } from './saved.ts';
