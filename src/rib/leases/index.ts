/** What our gateway makes of a lease: used, used in part, or refused. */
export type { LeaseFault } from './fault.ts';
export type { LeaseVerdict } from './judge.ts';
export { leaseFaultText } from './say.ts';
export { clientOf, judgedFor, usableLeases } from './usable.ts';
