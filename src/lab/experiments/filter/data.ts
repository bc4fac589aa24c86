import type { Attempt } from '../../traffic/index.ts';
import type { DropCount } from './drop-counts.ts';

export const directions = ['lan-to-wan', 'wan-to-lan'] as const;
export const protocols = ['tcp', 'udp'] as const;

export type Direction = (typeof directions)[number];

/** One real attempt; `blocked` means that the receiver saw nothing of it. */
export interface FilterAttempt extends Attempt {
  readonly direction: Direction;
  readonly isp: string;
  readonly blocked: boolean;
}

/** What the filter experiment measured. */
export interface Filter {
  readonly attempts: readonly FilterAttempt[];
  /** What the router's own drop rules counted meanwhile. */
  readonly drops: readonly DropCount[];
}
