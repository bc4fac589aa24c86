import { readRouterOs } from '../../../rsc/index.ts';
import { deriveTopology } from '../derive.ts';
import type { Topology } from '../topology.ts';

/** The bench that is derived from a text; throws where it shows no WAN. For tests. */
export function parseBench(text: string): Topology {
  const topology = deriveTopology(readRouterOs(text, { file: 'test.rsc' }).router, 'test.rsc');
  if (!topology) throw new Error('the text has no WAN');
  return topology;
}
