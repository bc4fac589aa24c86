import { native } from './native.ts';

export { lastErrno } from './native.ts';

type Bytes = Uint8Array;

/** libc as is: a negative result means failure, then `lastErrno()` tells which. Linux x64 and arm64. */
export const libc = {
  socket: native<[domain: number, type: number, protocol: number], number>('int socket(int, int, int)'),
  bind: native<[fd: number, address: Bytes, length: number], number>('int bind(int, const void *, uint32_t)'),
  connect: native<[fd: number, address: Bytes, length: number], number>(
    'int connect(int, const void *, uint32_t)',
  ),
  listen: native<[fd: number, backlog: number], number>('int listen(int, int)'),
  send: native<[fd: number, data: Bytes, length: number, flags: number], number>(
    'int64_t send(int, const void *, size_t, int)',
  ),
  recv: native<[fd: number, data: Bytes, length: number, flags: number], number>(
    'int64_t recv(int, void *, size_t, int)',
  ),
  setsockopt: native<[fd: number, level: number, name: number, value: Bytes, length: number], number>(
    'int setsockopt(int, int, int, const void *, uint32_t)',
  ),
  /** `length` holds the size of `value` as a 32-bit number and is overwritten. */
  getsockopt: native<[fd: number, level: number, name: number, value: Bytes, length: Bytes], number>(
    'int getsockopt(int, int, int, void *, void *)',
  ),
  getsockname: native<[fd: number, address: Bytes, length: Bytes], number>(
    'int getsockname(int, void *, void *)',
  ),
  close: native<[fd: number], number>('int close(int)'),
  // Variadic in C; without O_CREAT nobody reads the third argument, and both ABIs pass the first two alike.
  open: native<[path: string, flags: number], number>('int open(const char *, int)'),
  setns: native<[fd: number, kind: number], number>('int setns(int, int)'),
  unshare: native<[flags: number], number>('int unshare(int)'),
  mount: native<[source: string, target: string, type: string, flags: number, data: null], number>(
    'int mount(const char *, const char *, const char *, unsigned long, const void *)',
  ),
  umount2: native<[target: string, flags: number], number>('int umount2(const char *, int)'),
  if_nametoindex: native<[name: string], number>('uint32_t if_nametoindex(const char *)'),
} as const;

/** Constants of the system call interface that are equal on x64 and arm64. */
export const flag = {
  O_RDONLY: 0,
  O_CLOEXEC: 0o2000000,
  CLONE_NEWNET: 0x40000000,
  MS_BIND: 0x1000,
  MS_REC: 0x4000,
  MS_SHARED: 1 << 20,
  MNT_DETACH: 2,
  AF_UNIX: 1,
  AF_INET: 2,
  AF_NETLINK: 16,
  SOCK_STREAM: 1,
  SOCK_DGRAM: 2,
  SOCK_RAW: 3,
  SOCK_CLOEXEC: 0o2000000,
  SOCK_NONBLOCK: 0o4000,
  IPPROTO_ICMP: 1,
  IPPROTO_TCP: 6,
  SOL_SOCKET: 1,
  SO_REUSEADDR: 2,
  SO_BROADCAST: 6,
  SO_RCVBUF: 8,
  SO_PEERCRED: 17,
  SO_RCVTIMEO: 20,
  SO_BINDTODEVICE: 25,
  SO_RCVBUFFORCE: 33,
  SO_MARK: 36,
  SO_NETNS_COOKIE: 71,
  TCP_CONGESTION: 13,
  MSG_DONTWAIT: 0x40,
  MSG_NOSIGNAL: 0x4000,
} as const;
