import {
  EnvironmentError,
  errno,
  errnoName,
  flag,
  inNamespace,
  lastErrno,
  libc,
  type Namespace,
  refused,
} from '../../sys/index.ts';
import { u32 } from './bytes.ts';
import { type Message, message, messages, nlm, nlmsg, readAck } from './message.ts';

/** Netlink families (linux/netlink.h). */
export const family = { ROUTE: 0, NETFILTER: 12 } as const;

/** What one request needs: message type, flags besides REQUEST and ACK, payload. */
export interface Request {
  readonly type: number;
  readonly flags?: number | undefined;
  readonly payload: readonly Uint8Array[];
}

/** A request-and-answer netlink socket, bound to the namespace it was opened in. Synchronous; every wait is bounded. */
export interface NetlinkSocket {
  /** One request, acknowledged. Throws EnvironmentError with the kernel's own words; `what` starts its message. */
  request(request: Request, what: string): void;
  /** A request whose one answer is handed to `read` (valid inside the call only). */
  ask<T>(request: Request, what: string, read: (answer: Message) => T): T;
  /** A dump; `read` gets each answer (valid inside the call only), undefined answers are left out. */
  dump<T>(request: Request, what: string, read: (answer: Message) => T | undefined): readonly T[];
  /** An nf_tables transaction: all requests or none. */
  transaction(subsystem: number, requests: readonly Request[], what: string): void;
  close(): void;
}

const receiveBytes = 256 << 10;
const timeoutSeconds = 5n;
const SOL_NETLINK = 270;
const NETLINK_CAP_ACK = 10;
const NETLINK_EXT_ACK = 11;
const NETLINK_GET_STRICT_CHK = 12;
/** Dumps that changed while they ran are asked for again, this often. */
const dumpTries = 5;

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

/** Opens one in `ns` (default: where the caller is). Throws EnvironmentError. */
export function openNetlink(protocol: number, ns?: Namespace): NetlinkSocket {
  const fd = openFd(protocol, ns);
  prepare(fd);
  const buffer = Buffer.alloc(receiveBytes);
  let sequence = 1;
  let open = true;

  const send = (bytes: Buffer, what: string): void => {
    if (libc.send(fd, bytes, bytes.length, 0) < 0) throw refused(what, lastErrno());
  };
  const receive = (what: string): readonly Message[] => {
    for (;;) {
      const length = libc.recv(fd, buffer, buffer.length, 0);
      if (length >= 0) return messages(buffer.subarray(0, length));
      if (lastErrno() === errno.EAGAIN) throw silent(what);
      if (lastErrno() !== errno.EINTR) throw refused(what, lastErrno());
    }
  };
  /** Reads until `until` says so, answers of earlier requests left aside. */
  const collect = (first: number, what: string, until: (answer: Message) => boolean): void => {
    for (;;) {
      for (const answer of receive(what)) {
        if (answer.sequence >= first && until(answer)) return;
      }
    }
  };
  const once = (request: Request, flags: number): { bytes: Buffer; sequence: number } => {
    const number = sequence++;
    const all = nlm.REQUEST | flags | (request.flags ?? 0);
    return { sequence: number, bytes: message(request.type, all, number, ...request.payload) };
  };

  const self: NetlinkSocket = {
    request(request, what) {
      const { bytes, sequence: first } = once(request, nlm.ACK);
      send(bytes, what);
      collect(first, what, answer => answer.type === nlmsg.ERROR && accepted(answer, what));
    },
    ask(request, what, read) {
      const { bytes, sequence: first } = once(request, 0);
      send(bytes, what);
      const found: ReturnType<typeof read>[] = [];
      collect(first, what, answer => {
        if (answer.type === nlmsg.ERROR) return accepted(answer, what);
        found.push(read(answer));
        return true;
      });
      if (found.length === 0) throw silent(what);
      return found[0] as ReturnType<typeof read>;
    },
    dump(request, what, read) {
      for (let left = dumpTries; ; left--) {
        const { bytes, sequence: first } = once(request, nlm.DUMP);
        const found: NonNullable<ReturnType<typeof read>>[] = [];
        let changed = false;
        send(bytes, what);
        collect(first, what, answer => {
          changed ||= (answer.flags & nlm.DUMP_INTERRUPTED) !== 0;
          if (answer.type === nlmsg.DONE) return finished(answer, what);
          if (answer.type === nlmsg.ERROR) return accepted(answer, what);
          const row = read(answer);
          if (row !== undefined && row !== null) found.push(row);
          return false;
        });
        if (!changed || left === 0) return found;
      }
    },
    transaction(subsystem, requests, what) {
      const marker = Buffer.from([0, 0, subsystem >> 8, subsystem & 0xff]);
      const begin = once({ type: 16, payload: [marker] }, 0);
      const body = requests.map(request => once(request, nlm.ACK));
      const end = once({ type: 17, payload: [marker] }, 0);
      send(Buffer.concat([begin, ...body, end].map(part => part.bytes)), what);
      collectAll(body.length, begin.sequence, what);
    },
    close() {
      if (open) libc.close(fd);
      open = false;
    },
  };

  /** Every request of a transaction is answered; the first refusal is the reason, the others follow from it. */
  function collectAll(count: number, first: number, what: string): void {
    let left = count;
    let reason: EnvironmentError | undefined;
    collect(first, what, answer => {
      if (answer.type !== nlmsg.ERROR) return false;
      reason ??= refusal(answer, what);
      // A refusal of BEGIN or END (no permission, broken batch) is not followed by one per request.
      left = answer.sequence === first ? 0 : left - 1;
      return left <= 0;
    });
    if (reason) throw reason;
  }
  return self;
}

function refusal(answer: Message, what: string): EnvironmentError | undefined {
  const { errno: code, words } = readAck(answer);
  if (code === 0) return undefined;
  return words
    ? new EnvironmentError(
        'KERNEL_REFUSED',
        `${what}: ${errnoName(code)}: ${words}`,
        'See what it refers to.',
        {
          errno: code,
        },
      )
    : refused(what, code);
}

function accepted(answer: Message, what: string): true {
  const reason = refusal(answer, what);
  if (reason) throw reason;
  return true;
}

/** DONE carries an errno too: a dump that failed half-way. */
function finished(answer: Message, what: string): true {
  const code = answer.payload.length >= 4 ? -answer.payload.readInt32LE(0) : 0;
  if (code > 0) throw refused(what, code);
  return true;
}

function silent(what: string): EnvironmentError {
  return new EnvironmentError(
    'KERNEL_REFUSED',
    `${what}: the kernel did not answer within ${timeoutSeconds} s.`,
    'Is the machine overloaded? Try again.',
    { errno: errno.EAGAIN },
  );
}
