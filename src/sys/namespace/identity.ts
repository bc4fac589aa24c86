import { readFileSync, readlinkSync } from 'node:fs';
import { errno, refused } from '../errno.ts';
import { flag, lastErrno, libc } from '../libc.ts';
import { inNamespace, type Namespace } from './namespace.ts';

/** What no other network namespace has had or will have: of this boot, and since. */
export interface NamespaceIdentity {
  /** SO_NETNS_COOKIE (socket(7)): never used again, where inodes are. Kernels before 5.14 have the inode alone. */
  readonly cookie: string;
  /** `/proc/sys/kernel/random/boot_id` (random(4)). */
  readonly boot: string;
}

/** The identity of a namespace; default: where the caller is. Throws EnvironmentError. */
export const namespaceIdentity = (ns?: Namespace): NamespaceIdentity => ({
  cookie: cookieOf(ns),
  boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
});

function cookieOf(ns: Namespace | undefined): string {
  const fd = inNamespace(ns, () => libc.socket(flag.AF_INET, flag.SOCK_DGRAM | flag.SOCK_CLOEXEC, 0));
  if (fd < 0) throw refused('open a socket', lastErrno());
  const [value, length] = [Buffer.alloc(8), Buffer.from([8, 0, 0, 0])];
  const failed = libc.getsockopt(fd, flag.SOL_SOCKET, flag.SO_NETNS_COOKIE, value, length) < 0;
  const code = failed ? lastErrno() : 0;
  libc.close(fd);
  if (!failed) return `${value.readBigUInt64LE(0)}`;
  if (code !== errno.ENOPROTOOPT) throw refused('read the cookie of the network namespace', code);
  return `inode-${inNamespace(ns, () => /\d+/.exec(readlinkSync('/proc/thread-self/ns/net'))?.[0] ?? '')}`;
}
