import { errnoName } from './errno.ts';
import { flag, lastErrno, libc } from './libc.ts';

/** Who watches over this process, and wants to hear how it is: sd_notify(3). */
export interface ServiceManager {
  /** Lines like `READY=1`, as one message. Returns why they could not be sent; undefined: they were. */
  tell(...lines: readonly string[]): string | undefined;
  /** It ends us where it does not hear `WATCHDOG=1` within twice this time, ms. */
  readonly watchdogMs: number | undefined;
}

/** Variables by which it says what it wants; programs that we start are not meant. */
const variables = ['NOTIFY_SOCKET', 'WATCHDOG_USEC', 'WATCHDOG_PID'] as const;

/** The one that `env` names, which is taken out of it; undefined where there is none. */
export function serviceManager(env: NodeJS.ProcessEnv = process.env): ServiceManager | undefined {
  const [socket, everyUs, watched] = variables.map(name => env[name]);
  for (const name of variables) delete env[name];
  const address = socket === undefined ? undefined : unixAddress(socket);
  if (!address) return undefined;
  const isMeant = watched === undefined || Number(watched) === process.pid;
  const watchdogMs = isMeant && Number(everyUs) > 0 ? Number(everyUs) / 2000 : undefined;
  return { watchdogMs, tell: (...lines) => send(address, lines.join('\n')) };
}

const longestPath = 107;

/** `struct sockaddr_un` of unix(7): a path, or with `@` a name that is in no file system. */
function unixAddress(name: string): Uint8Array | undefined {
  const isAbstract = name.startsWith('@');
  const path = Buffer.from(isAbstract ? `\0${name.slice(1)}` : `${name}\0`);
  if (!(isAbstract || name.startsWith('/')) || path.length > longestPath + 1) return undefined;
  const family = Buffer.alloc(2);
  family.writeUInt16LE(flag.AF_UNIX);
  return Buffer.concat([family, path]);
}

/** By a socket of its own each time: the manager may have been started anew, and its socket with it. */
function send(address: Uint8Array, text: string): string | undefined {
  const fd = libc.socket(flag.AF_UNIX, flag.SOCK_DGRAM | flag.SOCK_CLOEXEC | flag.SOCK_NONBLOCK, 0);
  if (fd < 0) return errnoName(lastErrno());
  try {
    const message = Buffer.from(text);
    const isSent =
      libc.connect(fd, address, address.length) >= 0 &&
      libc.send(fd, message, message.length, flag.MSG_NOSIGNAL) >= 0;
    return isSent ? undefined : errnoName(lastErrno());
  } finally {
    libc.close(fd);
  }
}
