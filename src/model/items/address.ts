import type { Ipv4, Ipv4Interface } from '../../net/index.ts';
import { type Item, itemDefaults } from './item.ts';

/** `/ip address`. A missing mask means /32, as on RouterOS. */
export interface IpAddress extends Item {
  readonly address: Ipv4Interface;
  readonly interface: string;
}

/** `/ip pool`: inclusive ranges in the order they are handed out. */
export interface Pool extends Item {
  readonly name: string;
  readonly ranges: readonly { readonly from: Ipv4; readonly to: Ipv4 }[];
  readonly nextPool?: string | undefined;
}

export function makeIpAddress(
  parts: Partial<IpAddress> & Pick<IpAddress, 'address' | 'interface'>,
): IpAddress {
  return { ...itemDefaults, ...parts };
}

export function makePool(parts: Partial<Pool> & Pick<Pool, 'name' | 'ranges'>): Pool {
  return { ...itemDefaults, ...parts };
}
