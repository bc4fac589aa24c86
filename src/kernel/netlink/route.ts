import {
  type Family,
  familyOf,
  type InterfaceAddress,
  networkOf,
  type Prefix,
  splitPrefix,
} from '../../net/index.ts';
import type { KernelNextHop, KernelRoute, RouteType } from '../types.ts';
import { align, attr, attributeMap, nested } from './attribute.ts';
import { addressBytes, familyNumber, familyNumberOf, readAddressBytes, text, u32 } from './bytes.ts';
import { linkIndex } from './link.ts';
import { type Message, nlm } from './message.ts';
import type { LinkNames } from './names.ts';
import type { NetlinkSocket } from './socket.ts';

export const rtmRoute = { NEW: 24, DELETE: 25, GET: 26 } as const;

const rta = {
  DST: 1,
  OIF: 4,
  GATEWAY: 5,
  PRIORITY: 6,
  PREFSRC: 7,
  METRICS: 8,
  MULTIPATH: 9,
  TABLE: 15,
} as const;
const RTAX_CC_ALGO = 16;
const RTM_F_CLONED = 0x200;
const RTNH_F_ONLINK = 4;
const RT_TABLE_UNSPEC = 0;
const scope = { universe: 0, link: 253, host: 254, nowhere: 255 } as const;

/** RTN_* by number; the place is the number. */
const types: readonly RouteType[] = [
  'other',
  'unicast',
  'local',
  'broadcast',
  'other',
  'multicast',
  'blackhole',
  'unreachable',
  'prohibit',
];

const discards: readonly RouteType[] = ['blackhole', 'unreachable', 'prohibit'];

interface HeaderFields {
  readonly length?: number;
  readonly protocol?: number;
  readonly scope?: number;
  readonly type?: number;
  readonly flags?: number;
}

/** `struct rtmsg`: family, lengths, tos, table, protocol, scope, type, flags. */
function header(family: number, fields: HeaderFields = {}): Buffer {
  const { length = 0, protocol = 0, scope: reach = 0, type = 0, flags = 0 } = fields;
  return Buffer.from([family, length, 0, 0, RT_TABLE_UNSPEC, protocol, reach, type, flags, 0, 0, 0]);
}

/** A route from RTM_NEWROUTE or RTM_DELROUTE; undefined for other families and for cached exceptions. */
export function readRoute({ payload }: Message, names: LinkNames, family: Family): KernelRoute | undefined {
  if (payload[0] !== familyNumber[family] || payload.readUInt32LE(8) & RTM_F_CLONED) return undefined;
  const found = attributeMap(payload.subarray(12));
  const prefSrc = found.get(rta.PREFSRC);
  const type = types[payload.readUInt8(7)] ?? 'other';
  return {
    table: found.get(rta.TABLE)?.readUInt32LE(0) ?? payload.readUInt8(4),
    destination: readPrefix(found.get(rta.DST), payload.readUInt8(1), family),
    type,
    // An IPv6 route that discards hangs on `lo`.
    nextHops: discards.includes(type) ? [] : readNextHops(found, names, payload.readUInt8(8)),
    ...(prefSrc ? { prefSrc: readAddressBytes(prefSrc) } : {}),
    protocol: payload.readUInt8(5),
    metric: found.get(rta.PRIORITY)?.readUInt32LE(0) ?? 0,
  };
}

/** A prefix from its (maybe absent) address attribute and its length. */
export function readPrefix(bytes: Buffer | undefined, length: number, family: Family): Prefix {
  const address = readAddressBytes(bytes ?? Buffer.alloc(family === 'ipv4' ? 4 : 16));
  return networkOf({ address, length } as InterfaceAddress);
}

function readNextHops(
  found: ReadonlyMap<number, Buffer>,
  names: LinkNames,
  flags: number,
): readonly KernelNextHop[] {
  const several = found.get(rta.MULTIPATH);
  if (several) return readMultipath(several, names);
  const oif = found.get(rta.OIF);
  return oif ? [nextHop(found.get(rta.GATEWAY), names(oif.readUInt32LE(0)), 1, flags)] : [];
}

function nextHop(gateway: Buffer | undefined, name: string, weight: number, flags: number): KernelNextHop {
  const hop = { interface: name, weight, ...(flags & RTNH_F_ONLINK ? { onLink: true } : {}) };
  return gateway ? { address: readAddressBytes(gateway), ...hop } : hop;
}

// `struct rtnexthop`: length (2), flags (1), weight - 1 (1), interface index (4), then attributes.
function readMultipath(bytes: Buffer, names: LinkNames): readonly KernelNextHop[] {
  const hops: KernelNextHop[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt16LE(at);
    if (length < 8) break;
    const gateway = attributeMap(bytes.subarray(at + 8, at + length)).get(rta.GATEWAY);
    const name = names(bytes.readInt32LE(at + 4));
    hops.push(nextHop(gateway, name, bytes.readUInt8(at + 3) + 1, bytes.readUInt8(at + 2)));
    at += align(length);
  }
  return hops;
}

/** All routes of all tables of a family. */
export function dumpRoutes(socket: NetlinkSocket, names: LinkNames, family: Family): readonly KernelRoute[] {
  const request = { type: rtmRoute.GET, payload: [header(familyNumber[family])] };
  return socket.dump(request, 'list routes', message => readRoute(message, names, family));
}

/** IP6_RT_PRIO_USER: what the kernel puts in the place of a metric of 0. */
const ipv6Metric = 1024;

/** The metric of a route that is added without one. */
export const defaultMetric = (destination: Prefix): number =>
  familyOf(destination) === 'ipv4' ? 0 : ipv6Metric;

/** As `ip route` chooses: how far the destination is. */
function scopeOf({ type, nextHops }: KernelRoute): number {
  if (type === 'local') return scope.host;
  if (type === 'broadcast' || type === 'multicast') return scope.link;
  const [only, second] = nextHops;
  return type === 'unicast' && only && !second && !only.address ? scope.link : scope.universe;
}

/** Of a lone next hop; several have flags of their own. */
const flagsOf = ({ nextHops: [only, second] }: KernelRoute): number =>
  only?.onLink && !second ? RTNH_F_ONLINK : 0;

function destination(route: KernelRoute): readonly Buffer[] {
  const { address, length } = splitPrefix(route.destination);
  return [
    attr(rta.TABLE, u32(route.table)),
    ...(length > 0 ? [attr(rta.DST, addressBytes(address))] : []),
    ...(route.metric > 0 ? [attr(rta.PRIORITY, u32(route.metric))] : []),
  ];
}

function encodeHops(socket: NetlinkSocket, hops: readonly KernelNextHop[]): readonly Buffer[] {
  const [only, second] = hops;
  if (!only) return [];
  const gateway = ({ address }: KernelNextHop): readonly Buffer[] =>
    address === undefined ? [] : [attr(rta.GATEWAY, addressBytes(address))];
  if (!second) return [...gateway(only), attr(rta.OIF, u32(linkIndex(socket, only.interface)))];
  const encoded = hops.map(hop => {
    const inner = Buffer.concat(gateway(hop));
    const head = Buffer.alloc(8);
    head.writeUInt16LE(8 + inner.length, 0);
    head.writeUInt8(hop.onLink ? RTNH_F_ONLINK : 0, 2);
    head.writeUInt8(hop.weight - 1, 3);
    head.writeInt32LE(linkIndex(socket, hop.interface), 4);
    return Buffer.concat([head, inner]);
  });
  return [attr(rta.MULTIPATH, ...encoded)];
}

/** One line as `ip route` prints it: `default via 10.1.0.1 dev w1 table 27001`. */
export function showRoute(route: Pick<KernelRoute, 'type' | 'destination' | 'table' | 'nextHops'>): string {
  const hop = ({ address, interface: name, onLink }: KernelNextHop): string =>
    address === undefined ? `dev ${name}` : `via ${address} dev ${name}${onLink ? ' onlink' : ''}`;
  const type = route.type === 'unicast' ? [] : [route.type];
  const several = route.nextHops.length > 1;
  const hops = route.nextHops.map(one => (several ? `nexthop ${hop(one)} weight ${one.weight}` : hop(one)));
  return [...type, route.destination, ...hops, `table ${route.table}`].join(' ');
}

const metrics = (congestion: string): Buffer => nested(rta.METRICS, attr(RTAX_CC_ALGO, text(congestion)));

function write(socket: NetlinkSocket, route: KernelRoute, flags: number, verb: string): void {
  const payload = [
    header(familyNumberOf(route.destination), {
      length: splitPrefix(route.destination).length,
      protocol: route.protocol,
      scope: scopeOf(route),
      type: types.indexOf(route.type),
      flags: flagsOf(route),
    }),
    ...destination(route),
    ...encodeHops(socket, route.nextHops),
    ...(route.prefSrc === undefined ? [] : [attr(rta.PREFSRC, addressBytes(route.prefSrc))]),
    ...(route.congestion === undefined ? [] : [metrics(route.congestion)]),
  ];
  socket.request({ type: rtmRoute.NEW, flags, payload }, `${verb} route ${showRoute(route)}`);
}

/** Adds; EEXIST where the table has a route to that destination with that metric, whoever owns it. */
export const addRoute = (socket: NetlinkSocket, route: KernelRoute): void =>
  write(socket, route, nlm.CREATE | nlm.EXCL, 'add');

/** Adds, or replaces whatever has the same table, destination and metric, in one step that loses no packet. */
export const replaceRoute = (socket: NetlinkSocket, route: KernelRoute): void =>
  write(socket, route, nlm.CREATE | nlm.REPLACE, 'replace');

/** Deletes the route with this table, destination, metric, type and protocol. */
export function deleteRoute(socket: NetlinkSocket, route: KernelRoute): void {
  const { length } = splitPrefix(route.destination);
  const type = types.indexOf(route.type);
  const fields = { length, protocol: route.protocol, scope: scope.nowhere, type };
  const head = header(familyNumberOf(route.destination), fields);
  const request = { type: rtmRoute.DELETE, payload: [head, ...destination(route)] };
  socket.request(request, `delete route ${showRoute(route)}`);
}
