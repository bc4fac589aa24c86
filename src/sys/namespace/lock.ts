import { EnvironmentError } from '../environment-error.ts';
import { errno, refused } from '../errno.ts';
import { flag, lastErrno, libc } from '../libc.ts';
import { inNamespace, type Namespace } from './namespace.ts';

/** Something of which a network namespace has one at a time. */
export interface NamespaceLock {
  /** Lets it go; a second call does nothing. The end of the process does it too, however that ends. */
  release(): void;
}

/**
 * Takes a lock of a network namespace: an abstract socket (unix(7)), whose names belong to the namespace, whatever
 * folders and mounts its processes see. Throws `ALREADY_RUNNING` with the id of the process that holds it.
 */
export function lockNamespace(name: string, ns?: Namespace): NamespaceLock {
  const fd = openSocket(ns);
  const address = addressOf(name);
  const taken = libc.bind(fd, address, address.length) < 0 ? lastErrno() : 0;
  if (taken === 0 && libc.listen(fd, longestQueue) === 0) return lockOn(fd);
  const code = taken === 0 ? lastErrno() : taken;
  libc.close(fd);
  if (code !== errno.EADDRINUSE) throw refused(`take the lock ${name}`, code);
  throw alreadyRunning(ownerOf(address, ns));
}

/** Whoever asks who holds it leaves an entry in the queue, as nobody takes it out. */
const longestQueue = 4096;

function lockOn(fd: number): NamespaceLock {
  let held = true;
  return {
    release() {
      if (held) libc.close(fd);
      held = false;
    },
  };
}

function openSocket(ns: Namespace | undefined): number {
  const kind = flag.SOCK_STREAM | flag.SOCK_CLOEXEC | flag.SOCK_NONBLOCK;
  const fd = inNamespace(ns, () => libc.socket(flag.AF_UNIX, kind, 0));
  if (fd < 0) throw refused('open a socket', lastErrno());
  return fd;
}

/** `struct sockaddr_un` with a name that begins with a zero byte. */
const addressOf = (name: string): Buffer =>
  Buffer.concat([Buffer.from([flag.AF_UNIX, 0, 0]), Buffer.from(name)]);

/** The process that listens there (SO_PEERCRED); undefined: it ended meanwhile, or is of another PID namespace. */
function ownerOf(address: Buffer, ns: Namespace | undefined): number | undefined {
  const fd = openSocket(ns);
  const [credentials, length] = [Buffer.alloc(12), Buffer.from([12, 0, 0, 0])];
  const known =
    libc.connect(fd, address, address.length) === 0 &&
    libc.getsockopt(fd, flag.SOL_SOCKET, flag.SO_PEERCRED, credentials, length) === 0;
  libc.close(fd);
  return known ? credentials.readInt32LE(0) || undefined : undefined;
}

const alreadyRunning = (pid: number | undefined): EnvironmentError =>
  new EnvironmentError(
    'ALREADY_RUNNING',
    {
      en: `A gateway has this network namespace${pid === undefined ? '' : `: process ${pid}`}.`,
      id: `Network namespace ini dipegang sebuah gateway${pid === undefined ? '' : `: proses ${pid}`}.`,
    },
    {
      en: `Stop it first${pid === undefined ? '' : ` (kill ${pid}, or Ctrl-C where it runs)`}; nothing was changed.`,
      id: `Hentikan dulu${pid === undefined ? '' : ` (kill ${pid}, atau Ctrl-C di tempatnya berjalan)`}; tidak ada yang diubah.`,
    },
  );
