/** The lab: a topology of namespaces around one gateway, with ISPs, clients, faults and experiments. */

export { type BringUpOptions, bringUp } from './build/bring-up.ts';
export * from './build/lab.ts';
export type { CableCounts, CableSettings } from './cable/table.ts';
export * from './experiments/index.ts';
export * from './experiments/result.ts';
export * from './faults/fault.ts';
export { measureEmulation } from './orchestrate/accuracy.ts';
export * from './orchestrate/index.ts';
export * from './report/environment.ts';
export * from './report/index.ts';
export { GatewayEnded, GatewayFailed } from './router/errors.ts';
export type { ReplyTo, RouterProcess } from './router/process.ts';
export { type RunnerPort, runInside } from './runner/inside.ts';
export { type Runner, type RunnerListener, startRunner } from './runner/process.ts';
export { deriveTopology, ispNamed } from './topology/derive.ts';
export { upstreamAddresses } from './topology/fill.ts';
export { readTopology, type TopologyReading } from './topology/read.ts';
export * from './topology/topology.ts';
