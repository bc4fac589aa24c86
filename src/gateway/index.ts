/** The running gateway: configuration and world in, kernel state out, and a journal of every decision. */
export type { PastAnswers, PastQuestion, PastReader } from './answers/past-reader.ts';
export { conditionIn } from './conditions/index.ts';
export { conflictOf } from './conflict.ts';
export * from './control/index.ts';
export {
  atPace,
  type Balance,
  type DecisionEvent,
  type Failback,
  type GatewayEvent,
  lineCauses,
  movesIn,
  type Pace,
  reasonIn,
} from './core/index.ts';
export { type NotStarted, startGateway } from './gateway.ts';
export type { Recorded } from './history/index.ts';
export { type LineSeries, lineSeries, seriesName } from './journal/index.ts';
export {
  defaultMetricsAddress,
  type MetricsAddress,
  type MetricsServer,
  openMetricsServer,
} from './metrics/index.ts';
export type { HealthOptions, Phase } from './options.ts';
export { dialsOf } from './passwords.ts';
export { gatewayProcess } from './process.ts';
export * from './replies/config-reply.ts';
export * from './replies/live-reply.ts';
export * from './replies/network-reply.ts';
export * from './replies/past-reply.ts';
export * from './replies/reply.ts';
export { shortHash } from './replies/trial.ts';
export type { Gateway } from './running-gateway.ts';
export { gatewaySignals } from './signals.ts';
export { defaultStateDir, durableDirOf, observedWorld, removeStateDir, stateDirs } from './state/index.ts';
