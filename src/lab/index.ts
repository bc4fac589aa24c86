/** The lab: a topology of namespaces around one gateway, with ISPs, clients, faults and experiments. */

export { bringUp } from './build/bring-up.ts';
export * from './build/lab.ts';
export { tableText } from './experiments/cells.ts';
export * from './experiments/index.ts';
export * from './experiments/result.ts';
export * from './faults/fault.ts';
export * from './keeping/index.ts';
export { askKept, type KeptLab, keptLabs } from './kept/index.ts';
export { measureAccuracy } from './orchestrate/accuracy.ts';
export * from './orchestrate/index.ts';
export * from './report/environment.ts';
export * from './report/index.ts';
export { printTopology } from './topology/print-topology.ts';
export { readTopology } from './topology/read.ts';
export * from './topology/topology.ts';
