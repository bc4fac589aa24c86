/** Topologies alone, for those who read one and start no lab: loads a fraction of what the lab does. */
export type { Topology } from '../topology.ts';
export { readTopology, type TopologyReading } from '../topology-read.ts';
