import { type Ipv4, lengthOfMask, printIpv4 } from '../../../net/index.ts';
import type { Lease } from '../../../rib/index.ts';

/** What a client says (RFC 2131 section 4.4): looks for servers, or asks for one address. */
export interface DhcpAsk {
  /** Chosen at random; the answers carry it too. */
  readonly transaction: number;
  /** `02:4a:4c:00:01:90`. */
  readonly mac: string;
  readonly hostname: string;
  /** Asks for this address: of this server after an offer, of whoever knows it when the lease is to be renewed. */
  readonly request?: { readonly address: Ipv4; readonly server?: Ipv4 | undefined } | undefined;
}

/** What a server answers. */
export interface DhcpAnswer {
  readonly kind: 'offer' | 'ack' | 'nak';
  readonly transaction: number;
  /** `nak` has none. */
  readonly lease?: Lease | undefined;
}

const option = {
  mask: 1,
  router: 3,
  dns: 6,
  hostname: 12,
  requested: 50,
  leaseTime: 51,
  type: 53,
  server: 54,
  wanted: 55,
  end: 255,
} as const;
const discover = 1;
const request = 3;
const answers: Readonly<Record<number, DhcpAnswer['kind']>> = { 2: 'offer', 5: 'ack', 6: 'nak' };
const fixedBytes = 236;
const cookie = 0x63825363;
/** The server answers to everybody: we have no address yet (RFC 2131 section 4.1). */
const broadcastFlag = 0x8000;

export function encodeDhcp({ transaction, mac, hostname, request: wanted }: DhcpAsk): Buffer {
  const head = Buffer.alloc(fixedBytes + 4);
  head.set([1, 1, 6]); // BOOTREQUEST, Ethernet, 6 octets
  head.writeUInt32BE(transaction, 4);
  head.writeUInt16BE(broadcastFlag, 10);
  head.write(mac.replaceAll(':', ''), 28, 'hex');
  head.writeUInt32BE(cookie, fixedBytes);
  return Buffer.concat([
    head,
    field(option.type, [wanted ? request : discover]),
    ...(wanted ? [field(option.requested, octets(wanted.address))] : []),
    ...(wanted?.server === undefined ? [] : [field(option.server, octets(wanted.server))]),
    field(option.hostname, Buffer.from(hostname)),
    field(option.wanted, [option.mask, option.router, option.dns, option.leaseTime]),
    Buffer.from([option.end]),
  ]);
}

const field = (code: number, value: Iterable<number>): Buffer => {
  const bytes = [...value];
  return Buffer.from([code, bytes.length, ...bytes]);
};

const octets = (address: Ipv4): number[] => address.split('.').map(Number);

/** Reads an answer; undefined for anything else. `port` is the interface that the lease will be for. */
export function decodeDhcp(bytes: Buffer, port: string): DhcpAnswer | undefined {
  if (bytes.length < fixedBytes + 4 || bytes[0] !== 2 || bytes.readUInt32BE(fixedBytes) !== cookie)
    return undefined;
  const fields = readFields(bytes.subarray(fixedBytes + 4));
  const kind = answers[fields.get(option.type)?.[0] ?? 0];
  if (!kind) return undefined;
  const transaction = bytes.readUInt32BE(4);
  if (kind === 'nak') return { kind, transaction };
  return { kind, transaction, lease: leaseOf(printIpv4(bytes.readUInt32BE(16)), fields, port) };
}

function readFields(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const fields = new Map<number, Buffer>();
  for (let at = 0; at < bytes.length && bytes[at] !== option.end; ) {
    const code = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    // Code 0 is padding, one octet long.
    if (code !== 0) fields.set(code, bytes.subarray(at + 2, at + 2 + length));
    at += code === 0 ? 1 : 2 + length;
  }
  return fields;
}

function leaseOf(address: Ipv4, fields: ReadonlyMap<number, Buffer>, port: string): Lease {
  const all = (code: number): Ipv4[] => {
    const value = fields.get(code) ?? Buffer.alloc(0);
    return Array.from({ length: value.length >> 2 }, (_, index) => printIpv4(value.readUInt32BE(index * 4)));
  };
  const mask = all(option.mask)[0];
  const seconds = fields.get(option.leaseTime);
  return {
    interface: port,
    address: { address, length: (mask === undefined ? undefined : lengthOfMask(mask)) ?? 32 },
    gateway: all(option.router)[0],
    dns: all(option.dns),
    server: all(option.server)[0],
    leaseTime: seconds?.length === 4 ? seconds.readUInt32BE(0) * 1000 : 0,
  };
}
