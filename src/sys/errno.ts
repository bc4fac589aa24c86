import { getSystemErrorName } from 'node:util';
import { EnvironmentError } from './environment-error.ts';

/** Numbers of errno(3) on Linux (the same on x64 and arm64) that we decide by. */
export const errno = {
  EPERM: 1,
  ENOENT: 2,
  ESRCH: 3,
  EINTR: 4,
  EAGAIN: 11,
  EACCES: 13,
  EBUSY: 16,
  EEXIST: 17,
  ENODEV: 19,
  EINVAL: 22,
  ERANGE: 34,
  ENOPROTOOPT: 92,
  EOPNOTSUPP: 95,
  EADDRINUSE: 98,
  EADDRNOTAVAIL: 99,
  ENETUNREACH: 101,
  ENOBUFS: 105,
} as const;

/** `EPERM` for 1; `errno 9999` for a number nobody named. */
export function errnoName(code: number): string {
  try {
    return getSystemErrorName(-code);
  } catch {
    return `errno ${code}`;
  }
}

/** The error for a refused system call: `setns w1: EPERM`, with the advice that fits its number. */
export function refused(action: string, code: number, next?: string): EnvironmentError {
  const denied = code === errno.EPERM || code === errno.EACCES;
  const advice =
    next ??
    (denied
      ? {
          en: 'Run as root (CAP_NET_ADMIN and CAP_SYS_ADMIN).',
          id: 'Jalankan sebagai root (CAP_NET_ADMIN dan CAP_SYS_ADMIN).',
        }
      : { en: 'See dmesg for the reason.', id: 'Lihat dmesg untuk sebabnya.' });
  const kind = denied ? 'MISSING_ROOT' : 'KERNEL_REFUSED';
  return new EnvironmentError(kind, `${action}: ${errnoName(code)}`, advice, { errno: code });
}
