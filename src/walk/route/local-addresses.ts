import type { AddressType, Semantics } from '../../model/index.ts';
import { ipv4ToNumber, maskOf } from '../../net/index.ts';
import type { World } from '../../rib/index.ts';
import type { Interner } from '../interner.ts';

interface Owned {
  readonly address: number;
  readonly mask: number;
  readonly interface: number;
}

const loopback = 0x7f000000;

/** The router's own addresses: Linux's table `local`, which RouterOS consults for address types, too. */
export class LocalAddresses {
  readonly #owned: readonly Owned[];
  readonly #own: ReadonlyMap<number, number>;
  readonly #broadcast: ReadonlySet<number>;

  constructor(world: World, interfaces: Interner, semantics: Semantics) {
    // A link without carrier keeps its addresses.
    this.#owned = Object.values(world.interfaces).flatMap(({ name, addresses }) =>
      addresses.map(({ address, length }) => ({
        address: ipv4ToNumber(address),
        mask: maskOf(length),
        interface: interfaces.id(name),
      })),
    );
    this.#own = new Map(this.#owned.map(owned => [owned.address, owned.interface]));
    this.#broadcast = new Set(this.#owned.flatMap(owned => broadcastsOf(owned, semantics)));
  }

  /** Is it an address of the router, loopback included? */
  isOwn(address: number): boolean {
    return this.#own.has(address) || (address & 0xff000000) >>> 0 === loopback;
  }

  isBroadcast(address: number): boolean {
    return this.#broadcast.has(address) || address === 0xffffffff;
  }

  /** Interface that has the address, 0: none. */
  interfaceOf(address: number): number {
    return this.#own.get(address) ?? 0;
  }

  /** `src-address-type`, `dst-address-type`. Blackholes lie in other tables: none is ever seen (fib4's local table only). */
  typeOf(address: number): AddressType {
    if (this.isOwn(address)) return 'local';
    if (this.isBroadcast(address) || address >>> 24 === 0) return 'broadcast';
    return address >>> 28 === 14 ? 'multicast' : 'unicast';
  }

  /** Address that the router uses towards `peer` on an interface: of the same network, else the first; undefined: none. */
  sourceFor(interfaceId: number, peer: number): number | undefined {
    const here = this.#owned.filter(owned => owned.interface === interfaceId);
    const near = here.find(({ address, mask }) => ((address ^ peer) & mask) === 0);
    return (near ?? here[0])?.address;
  }
}

/** The last address of a network, on older kernels the first one, too. */
function broadcastsOf({ address, mask }: Owned, { networkAddressIsBroadcast }: Semantics): number[] {
  // A mask of 31 or 32 ones leaves no room for a broadcast address.
  if (~mask >>> 0 < 2) return [];
  const last = (address | ~mask) >>> 0;
  return networkAddressIsBroadcast ? [last, (address & mask) >>> 0] : [last];
}
