/** The lab: a topology of namespaces around one gateway, with ISPs, clients, faults and experiments. */

export * from './experiment.ts';
export * from './experiments/index.ts';
export * from './orchestrate/index.ts';
export * from './report/index.ts';
export * from './topology.ts';
export { deriveTopology, ispNamed } from './topology-derive.ts';
export { upstreamAddresses } from './topology-fill.ts';
export { readTopology, type TopologyReading } from './topology-read.ts';
