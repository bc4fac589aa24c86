import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PccKind, pccKinds } from '../model/index.ts';
import { nftBucket, type PccArithmetic, type PccPacket, pccBucket, pccHash } from '../pcc/index.ts';
import { computeRib } from '../rib/index.ts';
import { flag, inNamespace, libc, type Namespace, privateNamespace, run, writeSysctl } from '../sys/index.ts';
import { compileLinux } from './compile.ts';
import { firewall, paperRouter, paperWorld, rule, yes } from './testing/index.ts';

const buckets = 5;
const nft: PccArithmetic = { pccKey: 'padded', pccBucket: 'scaled' };
const seed = 0xc0ffee11;
const packets = manyPackets(960);

let ns: Namespace;
let wire: Wire;

beforeAll(() => {
  ns = privateNamespace('compile-pcc');
  const lines = ['link add dev far type veth peer name ether4', 'link set dev far up', 'link set ether4 up'];
  run(['ip', '-batch', '-'], { ns, input: lines.join('\n') });
  writeSysctl('net.netfilter.nf_conntrack_checksum', '0', ns);
  writeSysctl('net.ipv4.conf.all.rp_filter', '0', ns);
  const [to, from] = ['ether4', 'far'].map(linkOf);
  if (!to || !from) throw new Error('the cable is missing');
  wire = { fd: rawSocket(from.ifindex), header: etherHeader(to.address, from.address) };
});

afterAll(() => {
  libc.close(wire.fd);
  ns.close();
});

describe('the kernel and src/pcc choose the same bucket', () => {
  it.each(pccKinds)('%s: 960 packets of TCP, UDP, ICMP, GRE', kind => {
    run(['nft', '-f', '-'], { ns, input: `flush ruleset\n${rules(kind)}` });
    packets.forEach(send);
    const chosen = readBuckets();
    const expected = packets.map(packet => pccBucket(nft, kind, buckets, packet, seed));
    expect(packets.map((_, id) => chosen.get(id))).toEqual(expected);
  });

  it('spreads the packets: no kind with an address leaves a bucket empty', () => {
    const hashes = packets.map(packet => pccHash('both-addresses', packet, seed, 'padded'));
    expect(new Set(hashes.map(hash => nftBucket(hash, buckets))).size).toBe(buckets);
  });
});

/** The compiled family (bucket b → mark b + 1), and a recorder behind it: which ip id got which mark. */
function rules(kind: PccKind): string {
  const members = Array.from({ length: buckets }, (_, remainder) =>
    rule(
      'mangle',
      'prerouting',
      [
        yes({ kind: 'connection-mark', mark: 'no-mark' }),
        yes({ kind: 'per-connection-classifier', fields: kind, denominator: buckets, remainder }),
      ],
      { kind: 'mark-connection', mark: `m${remainder}`, passthrough: true },
      remainder + 1,
    ),
  );
  const router = paperRouter({ firewall: firewall(members) });
  const world = paperWorld();
  const { program, diagnostics } = compileLinux(router, computeRib(router, world), world, { seed });
  expect(diagnostics.filter(({ id }) => id !== 'compile/pcc-hash')).toEqual([]);
  expect(program.nft.text.match(/^ *map /gm)).toHaveLength(1);
  return program.nft.text + recorder();
}

function recorder(): string {
  const marks = Array.from({ length: buckets }, (_, bucket) => bucket + 1);
  const sets = marks.map(m => `set seen${m} { typeof ip id; size 65535; flags dynamic; }`);
  const notes = marks.map(m => `ct mark & 0xff == ${m} add @seen${m} { ip id }`);
  const chain = ['type filter hook prerouting priority -140;', ...notes].join('\n');
  return `table inet recorder {\n${sets.join('\n')}\nchain pre {\n${chain}\n}\n}\n`;
}

function readBuckets(): Map<number, number> {
  const found = new Map<number, number>();
  for (let bucket = 0; bucket < buckets; bucket++) {
    const json = run(['nft', '-j', 'list', 'set', 'inet', 'recorder', `seen${bucket + 1}`], { ns }).stdout;
    const parts = (JSON.parse(json) as { nftables: { set?: { elem?: number[] } }[] }).nftables;
    for (const id of parts.flatMap(({ set }) => set?.elem ?? [])) found.set(id, bucket);
  }
  return found;
}

/** Distinct tuples of four protocols, from a fixed generator so that a failure repeats. */
function manyPackets(count: number): PccPacket[] {
  let state = 0x2545f491;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, (_, i) => ({
    src: 0xc0a80000 + 2 + next(65_000),
    dst: 0x08000000 + next(0x10_00_00_00),
    protocol: [6, 17, 1, 47][i % 4] ?? 6,
    srcPort: 1024 + next(60_000),
    dstPort: 1 + next(60_000),
  }));
}

/** A packet socket bound to the far end of the cable, and the Ethernet header of everything sent. */
interface Wire {
  readonly fd: number;
  readonly header: Buffer;
}

const AF_PACKET = 17;

function linkOf(name: string): { ifindex: number; address: string } | undefined {
  const text = run(['ip', '-j', 'link', 'show', 'dev', name], { ns }).stdout;
  return (JSON.parse(text) as { ifindex: number; address: string }[])[0];
}

/** `struct sockaddr_ll` of packet(7): family, protocol, interface; the rest matters only to receivers. */
function rawSocket(ifindex: number): number {
  const fd = inNamespace(ns, () => libc.socket(AF_PACKET, flag.SOCK_RAW, 0));
  const address = Buffer.alloc(20);
  address.writeUInt16LE(AF_PACKET, 0);
  address.writeUInt16BE(0x0800, 2);
  address.writeInt32LE(ifindex, 4);
  expect(libc.bind(fd, address, address.length)).toBe(0);
  return fd;
}

function etherHeader(to: string, from: string): Buffer {
  const bytes = (mac: string) => Buffer.from(mac.replaceAll(':', ''), 'hex');
  return Buffer.concat([bytes(to), bytes(from), Buffer.from([0x08, 0x00])]);
}

function send(packet: PccPacket, id: number): void {
  const frame = Buffer.concat([wire.header, ipv4Header(packet, id), transport(packet)]);
  expect(libc.send(wire.fd, frame, frame.length, 0)).toBe(frame.length);
}

/** 20 bytes of header with its checksum; the kernel drops a packet without a right one before any hook. */
function ipv4Header({ src, dst, protocol }: PccPacket, id: number): Buffer {
  const header = Buffer.alloc(20);
  header.set([0x45, 0, 0, 40]);
  header.writeUInt16BE(id, 4);
  header.set([64, protocol], 8);
  header.writeUInt32BE(src, 12);
  header.writeUInt32BE(dst, 16);
  let sum = 0;
  for (let at = 0; at < 20; at += 2) sum += header.readUInt16BE(at);
  header.writeUInt16BE(0xffff - (sum % 0xffff), 10);
  return header;
}

/** 20 bytes that start with the ports, or with an echo request; for TCP a SYN. */
function transport({ protocol, srcPort, dstPort }: PccPacket): Buffer {
  const body = Buffer.alloc(20);
  body.writeUInt16BE(protocol === 1 ? 0x0800 : srcPort, 0);
  body.writeUInt16BE(protocol === 1 ? 0 : dstPort, 2);
  if (protocol === 17) body.writeUInt16BE(20, 4);
  if (protocol === 6) body.set([0x50, 0x02], 12);
  if (protocol === 47) body.set([0, 0, 0x08, 0], 0);
  return body;
}
