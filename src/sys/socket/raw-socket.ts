import { type Ipv4, ipv4ToNumber } from '../../net/index.ts';
import type { EnvironmentError } from '../environment-error.ts';
import { errno, refused } from '../errno.ts';
import { flag, lastErrno, libc } from '../libc.ts';
import { inNamespace, type Namespace } from '../namespace/namespace.ts';

/** Where and how a socket is born; its namespace stays with it for life. */
export interface SocketPlace {
  /** Default: where the caller is. */
  readonly ns?: Namespace | undefined;
  /** SO_MARK (socket(7)): the packet mark of everything it sends. Needs CAP_NET_ADMIN. */
  readonly mark?: number | undefined;
  /** SO_BINDTODEVICE: sends and receives by this interface only. */
  readonly device?: string | undefined;
}

export interface SocketAddress {
  /** Default 0.0.0.0. */
  readonly address?: Ipv4 | undefined;
  /** Default 0: the kernel chooses. */
  readonly port?: number | undefined;
}

const u32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** `struct sockaddr_in` of ip(7): family in host order, port and address in network order, 16 bytes. */
export function sockaddr({ address = '0.0.0.0', port = 0 }: SocketAddress): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(flag.AF_INET, 0);
  bytes.writeUInt16BE(port, 2);
  bytes.writeUInt32BE(ipv4ToNumber(address), 4);
  return bytes;
}

function check(result: number, action: string): void {
  if (result < 0) throw refused(action, lastErrno());
}

/** setsockopt(2) with a 32-bit number or raw bytes. Throws EnvironmentError. */
export function setOption(
  fd: number,
  level: number,
  name: number,
  value: number | string,
  what: string,
): void {
  const bytes = typeof value === 'number' ? u32(value) : Buffer.from(`${value}\0`);
  check(libc.setsockopt(fd, level, name, bytes, bytes.length), what);
}

/** A non-blocking IPv4 socket in its namespace, marked and bound to its device; the caller owns the fd. */
export function openSocket(type: number, protocol: number, place: SocketPlace): number {
  const fd = inNamespace(place.ns, () =>
    libc.socket(flag.AF_INET, type | flag.SOCK_CLOEXEC | flag.SOCK_NONBLOCK, protocol),
  );
  if (fd < 0) throw socketRefused(protocol, lastErrno());
  return guarded(fd, () => {
    if (place.mark !== undefined) setOption(fd, flag.SOL_SOCKET, flag.SO_MARK, place.mark, 'set SO_MARK');
    if (place.device === undefined) return;
    const what = `bind a socket to ${place.device}`;
    setOption(fd, flag.SOL_SOCKET, flag.SO_BINDTODEVICE, place.device, what);
  });
}

/** bind(2). Throws EnvironmentError, EADDRINUSE and EADDRNOTAVAIL in `errno`. */
export function bindSocket(fd: number, at: SocketAddress): void {
  const bytes = sockaddr(at);
  check(libc.bind(fd, bytes, bytes.length), `bind to ${at.address ?? '0.0.0.0'}:${at.port ?? 0}`);
}

/** Runs `prepare`; where it throws, the fd is closed before the error goes on. */
export function guarded(fd: number, prepare: () => void): number {
  try {
    prepare();
    return fd;
  } catch (error) {
    libc.close(fd);
    throw error;
  }
}

function socketRefused(protocol: number, code: number): EnvironmentError {
  if (protocol === flag.IPPROTO_ICMP && code === errno.EACCES) {
    return refused(
      'open an ICMP socket',
      code,
      'Call allowPing first: net.ipv4.ping_group_range forbids it here.',
    );
  }
  return refused('open a socket', code);
}
