import type { Duration } from '../../net/index.ts';

/** What may happen to an ISP; each is a file in faults/. */
export const faultKinds = [
  /** The router's port loses its carrier. */
  'unplug',
  /** Link up, the gateway answers, but nothing beyond it: packets are dropped behind the ISP's router. */
  'blackhole',
  /** Link up, but the ISP's router receives nothing: no ARP, no ping, no DHCP. */
  'gateway-dead',
  /** The cable loses packets. */
  'lossy',
  /** The cable takes long. */
  'slow',
  /** The carrier goes and comes. */
  'flap',
  /** The ISP's router comes back from a short loss of carrier with another gateway address; the old one is gone. */
  'gateway-change',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Each fault reads what concerns it. */
export interface FaultOptions {
  /** `lossy`: per cent of packets lost each way; default 20. */
  readonly loss?: number | undefined;
  /** `slow`: one-way delay, ms; default 400. */
  readonly delay?: Duration | undefined;
  /** `slow`: ms to either side; default 50. */
  readonly jitter?: Duration | undefined;
  /** `flap`: how long the carrier is away and there; default 1000 ms each. */
  readonly downMs?: Duration | undefined;
  readonly upMs?: Duration | undefined;
  /** `flap`: how often; default 5. */
  readonly times?: number | undefined;
}

/** A fault that has happened. */
export interface Fault {
  readonly kind: FaultKind;
  readonly isp: string;
  /** When it began: CLOCK_MONOTONIC, ms. */
  readonly atMs: number;
  /** Repairs it: when that took effect. A second call gives the same time. */
  repair(): Promise<number>;
}
