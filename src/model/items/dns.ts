import type { Address, Duration } from '../../net/index.ts';
import { type Item, itemDefaults } from './item.ts';

/** `/ip dns`. */
export interface Dns {
  readonly servers: readonly Address[];
  readonly allowRemoteRequests: boolean;
  /** Every other property as written. */
  readonly properties: Readonly<Record<string, string>>;
}

/** `/ip dns static`. */
export interface DnsStatic extends Item {
  readonly name?: string | undefined;
  readonly regexp?: string | undefined;
  readonly address?: Address | undefined;
  readonly ttl?: Duration | undefined;
  readonly properties: Readonly<Record<string, string>>;
}

export const dnsDefaults: Dns = { servers: [], allowRemoteRequests: false, properties: {} };

export function makeDnsStatic(parts: Partial<DnsStatic>): DnsStatic {
  return { properties: {}, ...itemDefaults, ...parts };
}
