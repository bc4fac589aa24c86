import type { Setup } from '../setup.ts';
import { Hotspots } from './hotspot.ts';
import { Ipsec } from './ipsec.ts';

/** Services of the router that take packets by rules of their own. */
export interface Services {
  readonly hotspots: Hotspots;
  readonly ipsec: Ipsec;
}

export function servicesOf(setup: Setup): Services {
  return { hotspots: new Hotspots(setup), ipsec: new Ipsec(setup) };
}
