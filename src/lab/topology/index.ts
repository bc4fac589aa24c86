/** Topologies alone, for those who read one and start no lab: loads a fraction of what the lab does. */
export { readTopology } from './read.ts';
