import { BlockList, isIPv6 } from 'node:net';

/** An address of a port of this machine, with its network. */
export interface Held {
  readonly address: string;
  readonly length: number;
}

const plain = (address: string): string => address.replace(/^::ffff:/i, '').replace(/%.*$/, '');
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Who may connect at all. Linux takes a packet for any of its addresses by any of its ports, so that listening on the address of a LAN
 * keeps nobody out who sends to it by a WAN: he is told from the LAN by his own address, whose answers would go into the LAN.
 */
export class Sources {
  #list = new BlockList();

  /** Networks of LANs, and others that were named (`10.8.0.0/24`). Loopback is always in. */
  allow(held: readonly Held[]): void {
    const list = new BlockList();
    list.addSubnet('127.0.0.0', 8, 'ipv4');
    list.addAddress('::1', 'ipv6');
    for (const { address, length } of held) list.addSubnet(plain(address), length, familyOf(plain(address)));
    this.#list = list;
  }

  has(address: string): boolean {
    const one = plain(address);
    return one !== '' && this.#list.check(one, familyOf(one));
  }
}
