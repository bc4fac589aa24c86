import type { Origin } from '../../../model/index.ts';
import type { Ipv4, Ipv4Prefix } from '../../../net/index.ts';

/** A network of clients that a text shows without giving the router an address in it. */
export interface ShownNetwork {
  readonly network: Ipv4Prefix;
  /** Where it is said to be. */
  readonly interface?: string | undefined;
  /** The router's own address, where the text has it. */
  readonly own?: Ipv4 | undefined;
  readonly origin: Origin;
}
