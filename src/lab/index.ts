/** The lab: a topology of namespaces around one gateway, with ISPs, clients, faults and experiments. */

export { type BringUpOptions, bringUp } from './build.ts';
export type { CableCounts, CableSettings } from './cable.ts';
export { measureEmulation } from './emulation.ts';
export * from './environment.ts';
export * from './experiment.ts';
export * from './experiments/index.ts';
export * from './fault.ts';
export * from './lab.ts';
export * from './orchestrate/index.ts';
export * from './report/index.ts';
export type { ReplyTo, RouterProcess } from './router-process.ts';
export { GatewayEnded, GatewayFailed } from './router-trouble.ts';
export { type RunnerPort, runInside } from './runner-inside.ts';
export { type Runner, type RunnerListener, startRunner } from './runner-process.ts';
export * from './topology.ts';
export { deriveTopology, ispNamed } from './topology-derive.ts';
export { upstreamAddresses } from './topology-fill.ts';
export { readTopology, type TopologyReading } from './topology-read.ts';
