import { writeSync } from 'node:fs';
import { refused } from '../errno.ts';
import { lastErrno, libc } from '../libc.ts';
import { native } from '../native.ts';

const eventfd = native<[initial: number, flags: number], number>('int eventfd(unsigned int, int)');
const EFD_CLOEXEC = 0o2000000;
const EFD_NONBLOCK = 0o4000;

/** A descriptor that becomes readable when it is signalled: wakes a thread that blocks in ppoll (eventfd(2)). */
export interface EventFd {
  readonly fd: number;
  signal(): void;
  close(): void;
}

/** Opens one. Throws EnvironmentError. */
export function openEventFd(): EventFd {
  const fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (fd < 0) throw refused('open an eventfd', lastErrno());
  const one = new BigUint64Array([1n]);
  return { fd, signal: () => void writeSync(fd, one), close: () => void libc.close(fd) };
}
