/** What happens of itself on a router: netwatch, leases, dialled lines and the scheduler run scripts until it rests. */
export { scriptsLeftAlone } from './left-alone.ts';
export type { EventPoint } from './point.ts';
export * from './settle.ts';
