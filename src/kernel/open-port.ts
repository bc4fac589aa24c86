import type { Namespace } from '../sys/index.ts';
import { openCommandPort } from './command-port.ts';
import { openNetlinkPort } from './netlink-port.ts';
import type { KernelPort } from './port.ts';

/** The port of a namespace (default: where the caller is): netlink, or the tools where netlink cannot be had. */
export function openPort(ns?: Namespace): KernelPort {
  try {
    return openNetlinkPort(ns);
  } catch {
    return openCommandPort(ns);
  }
}
