/** Judging a path by its probes: evidence in, reachable or not out. */
export * from './check-gateway.ts';
export * from './host/host-check.ts';
export * from './host/host-state.ts';
export { evidenceOf, type LatestProbes, latestProbes } from './line/judgement.ts';
export * from './line/line-state.ts';
export * from './line/line-watch.ts';
export type { LineMachine } from './line/machine.ts';
export { nextLine } from './line/next-line.ts';
export { lateMs, patienceMs, slowMs } from './line/parameters.ts';
export { startLine } from './line/start-line.ts';
export * from './shares/index.ts';
