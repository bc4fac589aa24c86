/** The running gateway: configuration and world in, kernel state out, and a journal of every decision. */
export * from './condition.ts';
export { type Gateway, startGateway } from './gateway.ts';
export * from './ipc.ts';
export { type ObservedWorld, observedWorld } from './look.ts';
export type { GatewayOptions } from './running.ts';
export { defaultStateDir, removeStateDir } from './state-dir.ts';
