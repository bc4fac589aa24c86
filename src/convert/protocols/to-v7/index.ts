/** Routing protocols of RouterOS 6 in the words of 7, where the manual says how. */
import type { Work } from '../../work.ts';
import { bgpForV7 } from './bgp.ts';
import { filtersForV7 } from './filters.ts';
import { ospfForV7 } from './ospf.ts';

export function protocolsForV7(work: Work): void {
  const chains = filtersForV7(work);
  ospfForV7(work, chains);
  bgpForV7(work, chains);
}
