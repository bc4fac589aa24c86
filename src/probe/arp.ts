import { close } from 'node:fs';
import { type Ipv4, ipv4ToNumber } from '../net/index.ts';
import { flag, inNamespace, lastErrno, libc, monotonicMs, refused } from '../sys/index.ts';
import type { Link, LinkOptions } from './link.ts';

const AF_PACKET = 17;
const ETH_P_ARP = 0x0806;
const pollMs = 5;

/** An Ethernet frame with an ARP request (RFC 826) whose sender address is 0.0.0.0 (RFC 5227: claims nothing). */
export function arpRequest(mac: Uint8Array, target: Ipv4): Uint8Array {
  const frame = Buffer.alloc(42);
  frame.fill(0xff, 0, 6);
  frame.set(mac, 6);
  frame.writeUInt16BE(ETH_P_ARP, 12);
  frame.writeUInt16BE(1, 14); // Ethernet
  frame.writeUInt16BE(0x0800, 16); // IPv4
  frame.writeUInt8(6, 18);
  frame.writeUInt8(4, 19);
  frame.writeUInt16BE(1, 20); // request
  frame.set(mac, 22);
  frame.writeUInt32BE(ipv4ToNumber(target), 38);
  return frame;
}

/** Address whose owner speaks in an ARP reply, as an unsigned number; undefined for any other frame. */
export function arpSender(frame: Buffer): number | undefined {
  if (frame.length < 42 || frame.readUInt16BE(12) !== ETH_P_ARP || frame.readUInt16BE(20) !== 2)
    return undefined;
  return frame.readUInt32BE(28);
}

/** `struct sockaddr_ll` of packet(7): family in host order, protocol in network order, index in host order. */
function linkAddress(index: number): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.writeUInt16LE(AF_PACKET, 0);
  bytes.writeUInt16BE(ETH_P_ARP, 2);
  bytes.writeInt32LE(index, 4);
  return bytes;
}

function openArp({ ns, device }: LinkOptions): number {
  return inNamespace(ns, () => {
    const kind = flag.SOCK_RAW | flag.SOCK_CLOEXEC | flag.SOCK_NONBLOCK;
    const fd = libc.socket(AF_PACKET, kind, 0);
    if (fd < 0) throw refused('open an ARP socket', lastErrno());
    const index = libc.if_nametoindex(device);
    if (index > 0 && libc.bind(fd, linkAddress(index), 20) === 0) return fd;
    const code = lastErrno();
    libc.close(fd);
    throw refused(`bind an ARP socket to ${device}`, code);
  });
}

/** packet(7): getsockname on a bound socket tells the device's own address. */
function ownMac(fd: number): Uint8Array {
  const bytes = linkAddress(0);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  libc.getsockname(fd, bytes, length);
  return bytes.subarray(12, 18);
}

/** Asks by ARP whether an address is there. Node cannot wait for such a socket: it is read while answers are due. */
export function arpLink(options: LinkOptions): Link {
  const fd = openArp(options);
  const mac = ownMac(fd);
  const pending = new Map<number, { readonly sentMs: number; readonly answered: (rttMs: number) => void }>();
  const buffer = Buffer.alloc(128);
  let timer: NodeJS.Timeout | undefined;
  const drain = (): void => {
    for (
      let n = libc.recv(fd, buffer, buffer.length, 0);
      n > 0;
      n = libc.recv(fd, buffer, buffer.length, 0)
    ) {
      const sender = arpSender(buffer.subarray(0, n));
      const found = sender === undefined ? undefined : pending.get(sender);
      if (sender === undefined || !found) continue;
      pending.delete(sender);
      found.answered(monotonicMs() - found.sentMs);
    }
    for (const [sender, { sentMs }] of pending)
      if (monotonicMs() - sentMs > longestMs) pending.delete(sender);
    timer = pending.size > 0 ? setTimeout(drain, pollMs) : undefined;
  };
  return {
    send(address, answered) {
      pending.set(ipv4ToNumber(address), { sentMs: monotonicMs(), answered });
      libc.send(fd, arpRequest(mac, address), 42, 0);
      timer ??= setTimeout(drain, 1);
    },
    // The kernel waits for all of its processors before such a socket is gone, some 10 ms: not in this thread, which has others to ask.
    close() {
      clearTimeout(timer);
      close(fd, () => {});
    },
  };
}

/** No check waits longer than this for an answer (v6's timeout, docs/routeros.md#check-gateway). */
const longestMs = 10_000;
