import { type Ipv4, type Ipv4Interface, type Ipv4Prefix, networkOf } from '../../net/index.ts';
import { type Item, itemDefaults } from './item.ts';

/** `/ip address`. A missing mask means /32, as on RouterOS. */
export interface IpAddress extends Item {
  readonly address: Ipv4Interface;
  /** `network=` as written; beside a /32 it is the one host at the other end (docs/routeros.md#point-to-point-addresses). */
  readonly network?: Ipv4 | undefined;
  /** Where it acts. */
  readonly interface: string;
  /** The port of that bridge on which the text states it. */
  readonly port?: string | undefined;
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

/** The host at the other end of a point-to-point address; undefined for the others. */
export function peerOf({ address: { address, length }, network }: IpAddress): Ipv4 | undefined {
  return length === 32 && network !== address ? network : undefined;
}

/** Can there be anybody beside the router: a network, or the host at the other end? */
export const hasRoom = (item: IpAddress): boolean => item.address.length < 32 || peerOf(item) !== undefined;

/** The network that an address makes reachable: its own, or the host at the other end alone. */
export function networkReached(item: IpAddress): Ipv4Prefix {
  const peer = peerOf(item);
  return networkOf(peer === undefined ? item.address : { address: peer, length: 32 });
}

export function makePool(parts: Partial<Pool> & Pick<Pool, 'name' | 'ranges'>): Pool {
  return { ...itemDefaults, ...parts };
}
