import { type HostAddress, showHostAddress } from '../../linux/index.ts';
import {
  broadcastOf,
  type Family,
  type InterfaceAddress,
  isIpv4Interface,
  networkOf,
} from '../../net/index.ts';
import type { KernelAddress } from '../types.ts';
import { attr, attributeMap } from './attribute.ts';
import { addressBytes, familyNumber, familyNumberOf, readAddressBytes, u8 } from './bytes.ts';
import { linkIndex } from './link.ts';
import { type Message, nlm } from './message.ts';
import type { LinkNames } from './names.ts';
import type { NetlinkSocket } from './socket.ts';

export const rtmAddress = { NEW: 20, DELETE: 21, GET: 22 } as const;

const ifa = { ADDRESS: 1, LOCAL: 2, BROADCAST: 4, PROTO: 11 } as const;

/** `struct ifaddrmsg`. */
function header(family: number, index = 0, length = 0): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt8(family, 0);
  bytes.writeUInt8(length, 1);
  bytes.writeUInt32LE(index, 4);
  return bytes;
}

/** An address from RTM_NEWADDR or RTM_DELADDR; undefined for other families. */
export function readAddress(
  { payload }: Message,
  names: LinkNames,
  family: Family,
): KernelAddress | undefined {
  const found = attributeMap(payload.subarray(8));
  const far = found.get(ifa.ADDRESS);
  const local = found.get(ifa.LOCAL) ?? far;
  if (payload[0] !== familyNumber[family] || !local) return undefined;
  return {
    interface: names(payload.readUInt32LE(4)),
    address: {
      address: readAddressBytes(local),
      length: payload.readUInt8(1),
      ...(far && !far.equals(local) && { peer: readAddressBytes(far) }),
    } as HostAddress,
    protocol: found.get(ifa.PROTO)?.readUInt8(0) ?? 0,
  };
}

export function dumpAddresses(
  socket: NetlinkSocket,
  names: LinkNames,
  family: Family,
): readonly KernelAddress[] {
  const request = { type: rtmAddress.GET, payload: [header(familyNumber[family])] };
  return socket.dump(request, 'list addresses', message => readAddress(message, names, family));
}

const show = (name: string, own: HostAddress): string => `${showHostAddress(own)} on ${name}`;

/** A /31 and a /32 have no broadcast address (RFC 3021), nor has IPv6. */
const broadcast = (own: InterfaceAddress): readonly Buffer[] =>
  isIpv4Interface(own) && own.length < 31
    ? [attr(ifa.BROADCAST, addressBytes(broadcastOf(networkOf(own))))]
    : [];

export function addAddress(socket: NetlinkSocket, row: KernelAddress): void {
  const { address, length, peer = address } = row.address;
  const payload = [
    header(familyNumberOf(address), linkIndex(socket, row.interface), length),
    attr(ifa.LOCAL, addressBytes(address)),
    attr(ifa.ADDRESS, addressBytes(peer)),
    ...broadcast(row.address),
    ...(row.protocol === 0 ? [] : [attr(ifa.PROTO, u8(row.protocol))]),
  ];
  const request = { type: rtmAddress.NEW, flags: nlm.CREATE | nlm.EXCL, payload };
  socket.request(request, `add address ${show(row.interface, row.address)}`);
}

export function deleteAddress(socket: NetlinkSocket, name: string, own: HostAddress): void {
  const { address, length, peer = address } = own;
  const payload = [
    header(familyNumberOf(address), linkIndex(socket, name), length),
    attr(ifa.LOCAL, addressBytes(address)),
    attr(ifa.ADDRESS, addressBytes(peer)),
  ];
  socket.request({ type: rtmAddress.DELETE, payload }, `delete address ${show(name, own)}`);
}
