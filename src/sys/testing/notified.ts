import { flag, lastErrno, libc } from '../libc.ts';

/** What a service manager would have heard. */
export interface Notified {
  /** Since the last call, one entry a message. */
  messages(): readonly string[];
  close(): void;
}

const mostBytes = 4096;

/** Listens at a path, or with `@` at a name in the abstract namespace. */
export function notified(name: string): Notified {
  const fd = libc.socket(flag.AF_UNIX, flag.SOCK_DGRAM | flag.SOCK_CLOEXEC | flag.SOCK_NONBLOCK, 0);
  const family = Buffer.from([flag.AF_UNIX, 0]);
  const path = name.startsWith('@') ? `\0${name.slice(1)}` : `${name}\0`;
  const address = Buffer.concat([family, Buffer.from(path)]);
  if (fd < 0 || libc.bind(fd, address, address.length) < 0) throw new Error(`bind: ${lastErrno()}`);
  const bytes = Buffer.alloc(mostBytes);
  return {
    messages() {
      const found: string[] = [];
      for (let length = 0; ; ) {
        length = libc.recv(fd, bytes, mostBytes, flag.MSG_DONTWAIT);
        if (length < 0) return found;
        found.push(bytes.toString('utf8', 0, length));
      }
    },
    close: () => void libc.close(fd),
  };
}
