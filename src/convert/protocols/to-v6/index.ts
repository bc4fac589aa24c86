/** Routing protocols of RouterOS 7 in the words of 6, where the manual says how. */
import type { Work } from '../../work.ts';
import { bgpForV6 } from './bgp.ts';
import { filtersForV6 } from './filters.ts';
import { ospfForV6, ospfOutChains } from './ospf.ts';

export function protocolsForV6(work: Work): void {
  const filters = filtersForV6(work, ospfOutChains(work));
  ospfForV6(work, filters);
  bgpForV6(work);
}
