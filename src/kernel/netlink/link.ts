import type { Link, LinkCounters } from '../types.ts';
import { attr, attributeMap, attributeOf, nested } from './attribute.ts';
import { addressBytes, be16, readText, readU64, text, u8, u32 } from './bytes.ts';
import type { LinkSpec } from './link-spec.ts';
import { type Message, nlm } from './message.ts';
import type { NetlinkSocket } from './socket.ts';

export const rtmLink = { NEW: 16, DELETE: 17, GET: 18 } as const;

const ifla = {
  ADDRESS: 1,
  IFNAME: 3,
  MTU: 4,
  MASTER: 10,
  LINKINFO: 18,
  IFALIAS: 20,
  STATS64: 23,
  NET_NS_FD: 28,
  EXT_MASK: 29,
  INFO_KIND: 1,
  INFO_DATA: 2,
  VETH_PEER: 1,
} as const;
const IFF_UP = 1;
const IFF_LOWER_UP = 0x10000;

/** `struct ifinfomsg`. */
function header(index = 0, flags = 0, change = 0): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(index, 4);
  bytes.writeUInt32LE(flags, 8);
  bytes.writeUInt32LE(change, 12);
  return bytes;
}

const noCounters = Buffer.alloc(0);

// rx_packets, tx_packets, rx_bytes, tx_bytes, rx_errors, tx_errors, rx_dropped, tx_dropped: 8 bytes each.
function readCounters(bytes: Buffer): LinkCounters {
  const at = (place: number): number => readU64(bytes, place * 8);
  return {
    rxPackets: at(0),
    txPackets: at(1),
    rxBytes: at(2),
    txBytes: at(3),
    rxErrors: at(4),
    txErrors: at(5),
    rxDropped: at(6),
    txDropped: at(7),
  };
}

const readMac = (bytes: Buffer | undefined): string =>
  bytes?.length === 6 ? [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join(':') : '';

/** A link from an RTM_NEWLINK or RTM_DELLINK message. */
export function readLink({ payload }: Message): Link {
  const found = attributeMap(payload.subarray(16));
  const string = (type: number): string => readText(found.get(type) ?? noCounters);
  const number = (type: number): number => found.get(type)?.readUInt32LE(0) ?? 0;
  const flags = payload.readUInt32LE(8);
  const info = found.get(ifla.LINKINFO);
  return {
    index: payload.readInt32LE(4),
    name: string(ifla.IFNAME),
    kind: readText((info && attributeMap(info).get(ifla.INFO_KIND)) ?? noCounters),
    up: (flags & IFF_UP) !== 0,
    running: (flags & IFF_UP) !== 0 && (flags & IFF_LOWER_UP) !== 0,
    mtu: number(ifla.MTU),
    mac: readMac(found.get(ifla.ADDRESS)),
    alias: string(ifla.IFALIAS),
    master: number(ifla.MASTER),
    counters: readCounters(found.get(ifla.STATS64) ?? noCounters),
  };
}

export function dumpLinks(socket: NetlinkSocket): readonly Link[] {
  return socket.dump({ type: rtmLink.GET, payload: [header()] }, 'list interfaces', readLink);
}

/** What each interface is called: much less than all there is to say of it. */
export function dumpLinkNames(socket: NetlinkSocket): readonly Pick<Link, 'index' | 'name'>[] {
  const request = { type: rtmLink.GET, payload: [header(), withoutCounters()] };
  return socket.dump(request, 'list interfaces', ({ payload }) => ({
    index: payload.readInt32LE(4),
    name: readText(attributeOf(payload.subarray(16), ifla.IFNAME) ?? noCounters),
  }));
}

/** RTEXT_FILTER_SKIP_STATS of linux/rtnetlink.h. */
const withoutCounters = (): Buffer => attr(ifla.EXT_MASK, u32(8));

/** Index of an interface. Throws EnvironmentError (ENODEV) where there is none. */
export function linkIndex(socket: NetlinkSocket, name: string): number {
  const payload = [header(), attr(ifla.IFNAME, text(name)), withoutCounters()];
  const request = { type: rtmLink.GET, payload };
  return socket.ask(request, `interface ${name}`, answer => answer.payload.readInt32LE(4));
}

/** Changes one interface; what is left out stays. `ns` is an open namespace fd that it moves to. */
export interface LinkChange {
  readonly up?: boolean | undefined;
  /** Name of its new bridge; empty: none. */
  readonly master?: string | undefined;
  readonly mtu?: number | undefined;
  readonly mac?: string | undefined;
  readonly alias?: string | undefined;
  readonly ns?: number | undefined;
}

export function changeLink(socket: NetlinkSocket, name: string, change: LinkChange): void {
  const index = linkIndex(socket, name);
  const flags = change.up === undefined ? [0, 0] : [change.up ? IFF_UP : 0, IFF_UP];
  const master = change.master ? linkIndex(socket, change.master) : 0;
  const payload = [
    header(index, ...flags),
    ...(change.master === undefined ? [] : [attr(ifla.MASTER, u32(master))]),
    ...common(change),
    // Not IFLA_IFALIAS with a terminator: the kernel would count it as part of the text.
    ...(change.alias === undefined ? [] : [attr(ifla.IFALIAS, Buffer.from(change.alias))]),
  ];
  socket.request({ type: rtmLink.NEW, payload }, `change interface ${name}`);
}

interface Common {
  readonly mtu?: number | undefined;
  readonly mac?: string | undefined;
  readonly ns?: number | undefined;
}

function common({ mtu, mac, ns }: Common): readonly Buffer[] {
  return [
    ...(mtu === undefined ? [] : [attr(ifla.MTU, u32(mtu))]),
    ...(mac === undefined ? [] : [attr(ifla.ADDRESS, Buffer.from(mac.replaceAll(':', ''), 'hex'))]),
    ...(ns === undefined ? [] : [attr(ifla.NET_NS_FD, u32(ns))]),
  ];
}

/** Makes an interface (`ip link add`). Throws EnvironmentError; EEXIST where the name is taken. */
export function createLink(socket: NetlinkSocket, spec: LinkSpec): void {
  const data = infoData(socket, spec);
  const info = [
    attr(ifla.INFO_KIND, text(spec.kind)),
    ...(data.length > 0 ? [nested(ifla.INFO_DATA, ...data)] : []),
  ];
  const payload = [
    header(spec.index ?? 0),
    attr(ifla.IFNAME, text(spec.name)),
    ...common(spec),
    nested(ifla.LINKINFO, ...info),
  ];
  const flags = nlm.CREATE | nlm.EXCL;
  socket.request({ type: rtmLink.NEW, flags, payload }, `create interface ${spec.name}`);
  // IFLA_IFALIAS is ignored while an interface is made; it has to be set afterwards.
  if (spec.alias !== undefined) changeLink(socket, spec.name, { alias: spec.alias });
}

function infoData(socket: NetlinkSocket, spec: LinkSpec): readonly Buffer[] {
  if (spec.kind === 'veth') {
    const { name, index = 0, ...rest } = spec.peer;
    return [nested(ifla.VETH_PEER, header(index), attr(ifla.IFNAME, text(name)), ...common(rest))];
  }
  return spec.kind === 'vxlan' ? vxlanData(socket, spec) : [];
}

// linux/if_link.h IFLA_VXLAN_*: ID 1, GROUP (remote) 2, LINK 3, LOCAL 4, LEARNING 7, PORT 15.
function vxlanData(
  socket: NetlinkSocket,
  spec: Extract<LinkSpec, { readonly kind: 'vxlan' }>,
): readonly Buffer[] {
  return [
    attr(1, u32(spec.id)),
    attr(15, be16(spec.port ?? 4789)),
    attr(7, u8(spec.learning === false ? 0 : 1)),
    ...(spec.remote === undefined ? [] : [attr(2, addressBytes(spec.remote))]),
    ...(spec.local === undefined ? [] : [attr(4, addressBytes(spec.local))]),
    ...(spec.link === undefined ? [] : [attr(3, u32(linkIndex(socket, spec.link)))]),
  ];
}

export function deleteLink(socket: NetlinkSocket, name: string): void {
  const payload = [header(linkIndex(socket, name))];
  socket.request({ type: rtmLink.DELETE, payload }, `delete interface ${name}`);
}
