import { broadcastOf, type Ipv4Interface, networkOf } from '../../net/index.ts';
import type { KernelAddress } from '../types.ts';
import { attr, attributeMap } from './attribute.ts';
import { ipv4, readIpv4, u8 } from './bytes.ts';
import { linkIndex } from './link.ts';
import { type Message, nlm } from './message.ts';
import type { LinkNames } from './names.ts';
import type { NetlinkSocket } from './socket.ts';

export const rtmAddress = { NEW: 20, DELETE: 21, GET: 22 } as const;

const ifa = { ADDRESS: 1, LOCAL: 2, BROADCAST: 4, PROTO: 11 } as const;
const AF_INET = 2;

/** `struct ifaddrmsg`. */
function header(index = 0, length = 0): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt8(AF_INET, 0);
  bytes.writeUInt8(length, 1);
  bytes.writeUInt32LE(index, 4);
  return bytes;
}

/** An IPv4 address from RTM_NEWADDR or RTM_DELADDR; undefined for other families. */
export function readAddress({ payload }: Message, names: LinkNames): KernelAddress | undefined {
  const found = attributeMap(payload.subarray(8));
  const local = found.get(ifa.LOCAL) ?? found.get(ifa.ADDRESS);
  if (payload[0] !== AF_INET || !local) return undefined;
  return {
    interface: names(payload.readUInt32LE(4)),
    address: { address: readIpv4(local), length: payload.readUInt8(1) },
    protocol: found.get(ifa.PROTO)?.readUInt8(0) ?? 0,
  };
}

export function dumpAddresses(socket: NetlinkSocket, names: LinkNames): readonly KernelAddress[] {
  const request = { type: rtmAddress.GET, payload: [header()] };
  return socket.dump(request, 'list addresses', message => readAddress(message, names));
}

const show = (name: string, { address, length }: Ipv4Interface): string => `${address}/${length} on ${name}`;

export function addAddress(socket: NetlinkSocket, row: KernelAddress): void {
  const { address, length } = row.address;
  const payload = [
    header(linkIndex(socket, row.interface), length),
    attr(ifa.LOCAL, ipv4(address)),
    attr(ifa.ADDRESS, ipv4(address)),
    // A /31 and a /32 have no broadcast address (RFC 3021).
    ...(length < 31 ? [attr(ifa.BROADCAST, ipv4(broadcastOf(networkOf(row.address))))] : []),
    ...(row.protocol === 0 ? [] : [attr(ifa.PROTO, u8(row.protocol))]),
  ];
  const request = { type: rtmAddress.NEW, flags: nlm.CREATE | nlm.EXCL, payload };
  socket.request(request, `add address ${show(row.interface, row.address)}`);
}

export function deleteAddress(socket: NetlinkSocket, name: string, address: Ipv4Interface): void {
  const payload = [
    header(linkIndex(socket, name), address.length),
    attr(ifa.LOCAL, ipv4(address.address)),
    attr(ifa.ADDRESS, ipv4(address.address)),
  ];
  socket.request({ type: rtmAddress.DELETE, payload }, `delete address ${show(name, address)}`);
}
