import {
  EnvironmentError,
  errno,
  flag,
  inNamespace,
  lastErrno,
  libc,
  type Namespace,
  refused,
} from '../../sys/index.ts';
import { u32 } from './bytes.ts';
import { type Message, message, messages, nlm } from './message.ts';

/** What one request needs: message type, flags besides REQUEST and ACK, payload. */
export interface Request {
  readonly type: number;
  readonly flags?: number | undefined;
  readonly payload: readonly Uint8Array[];
}

/** A request as bytes, and the number by which its answers are known. */
interface Encoded {
  readonly bytes: Buffer;
  readonly sequence: number;
}

/** One netlink socket: numbers what goes out, and reads what comes in for at most `timeoutSeconds` at a time. */
export interface Channel {
  /** Its port number, by which the kernel names it as the cause of changes. */
  readonly number: number;
  encode(request: Request, flags?: number): Encoded;
  send(bytes: Uint8Array, what: string): void;
  /** Hands answers from number `first` on to `take` until it returns true; older ones are left aside. */
  collect(first: number, what: string, take: (answer: Message) => boolean): void;
  /** The answers of one datagram. */
  next(what: string): readonly Message[];
  close(): void;
}

const receiveBytes = 256 << 10;
const timeoutSeconds = 5n;
const SOL_NETLINK = 270;
const NETLINK_CAP_ACK = 10;
const NETLINK_EXT_ACK = 11;
const NETLINK_GET_STRICT_CHK = 12;

/** A bound netlink socket as a raw fd. `groups` is the legacy bit mask of multicast groups (1..31). */
export function openFd(protocol: number, ns: Namespace | undefined, groups = 0): number {
  const fd = inNamespace(ns, () => libc.socket(flag.AF_NETLINK, flag.SOCK_RAW | flag.SOCK_CLOEXEC, protocol));
  if (fd < 0) throw refused('open a netlink socket', lastErrno());
  const address = Buffer.alloc(12);
  address.writeUInt16LE(flag.AF_NETLINK, 0);
  address.writeUInt32LE(groups, 8);
  if (libc.bind(fd, address, address.length) < 0) {
    const code = lastErrno();
    libc.close(fd);
    throw refused('bind a netlink socket', code);
  }
  return fd;
}

function prepare(fd: number): void {
  const timeout = Buffer.alloc(16);
  timeout.writeBigInt64LE(timeoutSeconds, 0);
  libc.setsockopt(fd, flag.SOL_SOCKET, flag.SO_RCVTIMEO, timeout, timeout.length);
  for (const option of [NETLINK_CAP_ACK, NETLINK_EXT_ACK, NETLINK_GET_STRICT_CHK]) {
    libc.setsockopt(fd, SOL_NETLINK, option, u32(1), 4);
  }
  libc.setsockopt(fd, flag.SOL_SOCKET, flag.SO_RCVBUFFORCE, u32(4 << 20), 4);
}

/** nl_pid of `struct sockaddr_nl`, which the kernel chose. */
function numberOf(fd: number): number {
  const address = Buffer.alloc(12);
  const length = Buffer.from(u32(address.length));
  if (libc.getsockname(fd, address, length) < 0)
    throw refused('read the number of a netlink socket', lastErrno());
  return address.readUInt32LE(4);
}

/** Opens one in `ns` (default: where the caller is). Throws EnvironmentError. */
export function openChannel(protocol: number, ns?: Namespace): Channel {
  const fd = openFd(protocol, ns);
  prepare(fd);
  const number = numberOf(fd);
  const buffer = Buffer.alloc(receiveBytes);
  let sequence = 0;
  let open = true;
  return {
    number,
    encode(request, flags = 0) {
      sequence += 1;
      const all = nlm.REQUEST | flags | (request.flags ?? 0);
      return { sequence, bytes: message(request.type, all, sequence, ...request.payload) };
    },
    send(bytes, what) {
      if (libc.send(fd, bytes, bytes.length, 0) < 0) throw refused(what, lastErrno());
    },
    collect(first, what, take) {
      for (;;) {
        const answers = messages(receive(fd, buffer, what));
        if (answers.some(answer => answer.sequence >= first && take(answer))) return;
      }
    },
    next: what => messages(receive(fd, buffer, what)),
    close() {
      if (open) libc.close(fd);
      open = false;
    },
  };
}

/** One datagram, as a view into `buffer`. */
function receive(fd: number, buffer: Buffer, what: string): Buffer {
  for (;;) {
    const length = libc.recv(fd, buffer, buffer.length, 0);
    if (length >= 0) return buffer.subarray(0, length);
    if (lastErrno() === errno.EAGAIN) throw silent(what);
    if (lastErrno() !== errno.EINTR) throw refused(what, lastErrno());
  }
}

/** The error for an answer that never came. */
export function silent(what: string): EnvironmentError {
  return new EnvironmentError(
    'KERNEL_REFUSED',
    {
      en: `${what}: the kernel did not answer within ${timeoutSeconds} s.`,
      id: `${what}: kernel tidak menjawab dalam ${timeoutSeconds} dtk.`,
    },
    { en: 'Is the machine overloaded? Try again.', id: 'Apakah mesin terlalu sibuk? Coba lagi.' },
    { errno: errno.EAGAIN },
  );
}
