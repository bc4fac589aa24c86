import type { Ipv4 } from '../../../net/index.ts';

/** A line that connections leave by. */
export interface Uplink {
  readonly interface: string;
  /** What connections carry of it, from 1. It stays as long as the gateway runs. */
  readonly number: number;
  readonly gateway?: Ipv4 | undefined;
  /** Tables whose packets leave by it as long as every line lives. */
  readonly home: readonly string[];
  /** No carrier, taken down, or everything that the text checks on it is silent. */
  readonly isDead: boolean;
  /** It was alive since the gateway started. */
  readonly wasAlive: boolean;
}
