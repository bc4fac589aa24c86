/** The running gateway: configuration and world in, kernel state out, and a journal of every decision. */
export type { Condition } from './conditions/index.ts';
export * from './control/index.ts';
export type { ActiveDefault, GatewayEvent, JournalEntry } from './core/index.ts';
export { startGateway } from './gateway.ts';
export type { GatewayOptions } from './options.ts';
export * from './replies/reply.ts';
export type { Gateway } from './running-gateway.ts';
export { defaultStateDir, type ObservedWorld, observedWorld, removeStateDir } from './state/index.ts';
