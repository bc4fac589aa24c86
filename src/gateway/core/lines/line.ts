import type { LineWatch } from '../../../health/index.ts';
import type { Ipv4 } from '../../../net/index.ts';

/** A line under watch: what is asked on it, where it leads, and which checks of routes its targets answer for. */
export interface Line {
  readonly watch: LineWatch;
  readonly gateway?: Ipv4 | undefined;
  /** Keys of the RIB's checks, with the target that each asks. */
  readonly checks: readonly { readonly key: string; readonly target: string; readonly address: Ipv4 }[];
}
