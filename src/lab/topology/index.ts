/** Topologies alone, for those who read one and start no lab: loads a fraction of what the lab does. */

export { readTopology, type TopologyReading } from './read.ts';
export type { Topology } from './topology.ts';
