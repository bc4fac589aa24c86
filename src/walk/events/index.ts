/** What happens of itself on a router: netwatch, leases, dialled lines and the scheduler run scripts until it rests. */
export { answerKey, decisive, type EventWay, type EventWays, eventWays } from './both-ways.ts';
export { leftAloneFindings, scriptsLeftAlone } from './left-alone.ts';
export { couldLeadElsewhere, type EventPoint } from './point.ts';
export { sayTheSame } from './same.ts';
export type { Due } from './scripts.ts';
export * from './settle.ts';
export type { Observed, Phase, Ran, Settled, SettleOptions } from './settled.ts';
export { scheduledScripts, watchedProbes } from './watched.ts';
