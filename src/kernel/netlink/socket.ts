import { EnvironmentError, errnoName, type Namespace, refused } from '../../sys/index.ts';
import { type Channel, openChannel, type Request, silent } from './channel.ts';
import { type Message, nlm, nlmsg, readAck } from './message.ts';

export type { Request } from './channel.ts';

/** Netlink families (linux/netlink.h). */
export const family = { ROUTE: 0, NETFILTER: 12 } as const;

/** A request-and-answer netlink socket, bound to the namespace it was opened in. Synchronous; every wait is bounded. */
export interface NetlinkSocket {
  /** Its port number, by which the kernel names it as the cause of changes. */
  readonly number: number;
  /** One request, acknowledged. Throws EnvironmentError with the kernel's own words; `what` starts its message. */
  request(request: Request, what: string): void;
  /** A request whose one answer is handed to `read` (valid inside the call only). */
  ask<T>(request: Request, what: string, read: (answer: Message) => T): T;
  /** A dump; `read` gets each answer (valid inside the call only), undefined answers are left out. */
  dump<T>(request: Request, what: string, read: (answer: Message) => T | undefined): readonly T[];
  /** A dump, some rows at a time: the kernel waits in between. Nothing else may be asked on this socket meanwhile. */
  dumpSlices<T>(
    request: Request,
    what: string,
    read: (answer: Message) => T | undefined,
  ): Generator<readonly T[]>;
  /** Requests of which nobody waits for an answer; refusals are lost. */
  sendAll(requests: readonly Request[], what: string): void;
  /** An nf_tables transaction: all requests or none. */
  transaction(subsystem: number, requests: readonly Request[], what: string): void;
  close(): void;
}

/** Opens one in `ns` (default: where the caller is). Throws EnvironmentError. */
export function openNetlink(protocol: number, ns?: Namespace): NetlinkSocket {
  const channel = openChannel(protocol, ns);
  return {
    number: channel.number,
    request: (request, what) => acknowledge(channel, request, what),
    ask: (request, what, read) => ask(channel, request, what, read),
    dump: (request, what, read) => dump(channel, request, what, read),
    dumpSlices: (request, what, read) => dumpSlices(channel, request, what, read),
    sendAll(requests, what) {
      if (requests.length === 0) return;
      channel.send(Buffer.concat(requests.map(request => channel.encode(request).bytes)), what);
    },
    transaction: (subsystem, requests, what) => transact(channel, subsystem, requests, what),
    close: channel.close,
  };
}

function acknowledge(channel: Channel, request: Request, what: string): void {
  const { bytes, sequence } = channel.encode(request, nlm.ACK);
  channel.send(bytes, what);
  channel.collect(sequence, what, answer => answer.type === nlmsg.ERROR && accepted(answer, what));
}

function ask<T>(channel: Channel, request: Request, what: string, read: (answer: Message) => T): T {
  const { bytes, sequence } = channel.encode(request);
  channel.send(bytes, what);
  const found: T[] = [];
  channel.collect(sequence, what, answer => {
    if (answer.type === nlmsg.ERROR) return accepted(answer, what);
    found.push(read(answer));
    return true;
  });
  // An acknowledgement in place of an answer: there is nothing of that kind.
  if (found.length === 0) throw silent(what);
  return found[0] as T;
}

/** Dumps that changed while they ran are asked for again, this often. */
const dumpTries = 5;

function dump<T>(
  channel: Channel,
  request: Request,
  what: string,
  read: (answer: Message) => T | undefined,
): readonly T[] {
  for (let left = dumpTries; ; left--) {
    const { rows, changed } = dumpOnce(channel, request, what, read);
    if (!changed || left === 0) return rows;
  }
}

function dumpOnce<T>(
  channel: Channel,
  request: Request,
  what: string,
  read: (answer: Message) => T | undefined,
): { readonly rows: readonly T[]; readonly changed: boolean } {
  const { bytes, sequence } = channel.encode(request, nlm.DUMP);
  const rows: T[] = [];
  let changed = false;
  channel.send(bytes, what);
  channel.collect(sequence, what, answer => {
    changed ||= (answer.flags & nlm.DUMP_INTERRUPTED) !== 0;
    if (answer.type === nlmsg.DONE) return finished(answer, what);
    if (answer.type === nlmsg.ERROR) return accepted(answer, what);
    const row = read(answer);
    if (row !== undefined) rows.push(row);
    return false;
  });
  return { rows, changed };
}

function* dumpSlices<T>(
  channel: Channel,
  request: Request,
  what: string,
  read: (answer: Message) => T | undefined,
): Generator<readonly T[]> {
  const { bytes, sequence } = channel.encode(request, nlm.DUMP);
  channel.send(bytes, what);
  for (;;) {
    const rows: T[] = [];
    for (const answer of channel.next(what)) {
      if (answer.sequence < sequence) continue;
      if (answer.type === nlmsg.ERROR) accepted(answer, what);
      const isEnd = answer.type === nlmsg.DONE && finished(answer, what);
      if (isEnd || answer.type === nlmsg.ERROR) {
        yield rows;
        return;
      }
      const row = read(answer);
      if (row !== undefined) rows.push(row);
    }
    yield rows;
  }
}

/** NFNL_MSG_BATCH_BEGIN and _END of linux/netfilter/nfnetlink.h. */
const batch = { BEGIN: 16, END: 17 } as const;

function transact(channel: Channel, subsystem: number, requests: readonly Request[], what: string): void {
  const payload = [Buffer.from([0, 0, subsystem >> 8, subsystem & 0xff])];
  const begin = channel.encode({ type: batch.BEGIN, payload });
  const body = requests.map(request => channel.encode(request, nlm.ACK));
  const end = channel.encode({ type: batch.END, payload });
  channel.send(Buffer.concat([begin, ...body, end].map(part => part.bytes)), what);
  let left = body.length;
  let reason: EnvironmentError | undefined;
  channel.collect(begin.sequence, what, answer => {
    if (answer.type !== nlmsg.ERROR) return false;
    // The first refusal is the reason, the others follow from it.
    reason ??= refusal(answer, what);
    // A refused BEGIN (no permission) is not followed by an answer to every request.
    left = answer.sequence === begin.sequence ? 0 : left - 1;
    return left <= 0;
  });
  if (reason) throw reason;
}

function refusal(answer: Message, what: string): EnvironmentError | undefined {
  const { errno: code, words } = readAck(answer);
  if (code === 0) return undefined;
  return words
    ? new EnvironmentError(
        'KERNEL_REFUSED',
        `${what}: ${errnoName(code)}: ${words}`,
        { en: 'See what it refers to.', id: 'Periksa apa yang dimaksud.' },
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
