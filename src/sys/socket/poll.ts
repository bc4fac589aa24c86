import { constants, setPriority } from 'node:os';
import { flag } from '../libc.ts';
import { native } from '../native.ts';

// Apart from the other calls because these may block: they are for worker threads that do nothing else.
const ppoll = native<[set: Uint8Array, count: number, timeout: Uint8Array, mask: null], number>(
  'int ppoll(void *, unsigned long, const void *, const void *)',
);
const sendto = native<
  [fd: number, data: Uint8Array, length: number, flags: number, to: Uint8Array, size: number],
  number
>('int64_t sendto(int, const void *, size_t, int, const void *, uint32_t)');
const recv = native<[fd: number, data: Uint8Array, length: number, flags: number], number>(
  'int64_t recv(int, void *, size_t, int)',
);
const prctl = native<[option: number, a: number, b: number, c: number, d: number], number>(
  'int prctl(int, unsigned long, unsigned long, unsigned long, unsigned long)',
);

const POLLIN = 1;
const PR_SET_TIMERSLACK = 29;
const nsPerMs = 1e6;

/**
 * A wait for any of `fds` to become readable: call it with the most ms to wait (fractions count; negative means not at
 * all), it tells whether one is. Blocks its thread (ppoll(2)): never call it on the main thread.
 */
export function openPollSet(fds: readonly number[]): (timeoutMs: number) => boolean {
  const set = Buffer.alloc(fds.length * 8);
  for (const [index, fd] of fds.entries()) {
    set.writeInt32LE(fd, index * 8);
    set.writeInt16LE(POLLIN, index * 8 + 4);
  }
  const timeout = Buffer.alloc(16);
  return timeoutMs => {
    const ns = Math.max(0, Math.round(timeoutMs * nsPerMs));
    timeout.writeBigInt64LE(BigInt(Math.floor(ns / 1e9)), 0);
    timeout.writeBigInt64LE(BigInt(ns % 1e9), 8);
    return ppoll(set, fds.length, timeout, null) > 0;
  };
}

/** Reads one datagram into `bytes`: its length, 0 where none waits. Never blocks. */
export function receive(fd: number, bytes: Uint8Array): number {
  return Math.max(0, recv(fd, bytes, bytes.length, flag.MSG_DONTWAIT));
}

/** Sends the first `length` bytes to a `sockaddr_in`; false where they were not taken (full buffer, no route). */
export function sendTo(fd: number, bytes: Uint8Array, length: number, to: Uint8Array): boolean {
  return sendto(fd, bytes, length, flag.MSG_DONTWAIT, to, to.length) >= 0;
}

/** Lets the kernel wake this thread at most `us` microseconds late (prctl(2), PR_SET_TIMERSLACK; default 50). */
export function setTimerSlack(us: number): void {
  prctl(PR_SET_TIMERSLACK, us * 1000, 0, 0, 0);
}

/**
 * Has the kernel prefer this thread to the others of the machine; false without the right to, then nothing changes. `highest`
 * (nice -20): a thread that never has much to do; `high` (-14): one that may.
 */
export function preferThisThread(how: 'highest' | 'high' = 'highest'): boolean {
  const { PRIORITY_HIGHEST, PRIORITY_HIGH } = constants.priority;
  try {
    // On Linux 0 means the calling thread, not its whole process (setpriority(2), NOTES).
    setPriority(0, how === 'highest' ? PRIORITY_HIGHEST : PRIORITY_HIGH);
    return true;
  } catch {
    return false;
  }
}
