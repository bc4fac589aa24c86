import type { Ipv4 } from '../../net/index.ts';
import type { LabIsp } from '../build/lab.ts';
import type { FaultOptions } from './fault.ts';

/** What a fault can lay hands on. */
export interface FaultTarget {
  readonly isp: LabIsp;
  /** Restarts the ISP's DHCP server with this gateway address. */
  serveGateway(gateway: Ipv4): Promise<void>;
}

/** One kind of fault: makes the fault, and returns its repair. Both resolve when the change has taken effect. */
export type FaultAction = (target: FaultTarget, options: FaultOptions) => Promise<() => Promise<void>>;
