import { EnvironmentError } from '../environment-error.ts';
import { errno, refused } from '../errno.ts';
import { flag, lastErrno, libc } from '../libc.ts';

/** An open handle on a network namespace. The namespace lives at least as long as the handle is open. */
export interface Namespace {
  readonly fd: number;
  /** Name under /run/netns, path, or what else identifies it for people. */
  readonly name: string;
  /** Closes the handle; a second call does nothing. */
  close(): void;
}

/** Path of a namespace that `ip netns` knows by name. */
export const namespacePath = (name: string): string => `/run/netns/${name}`;

function handle(fd: number, name: string): Namespace {
  let open = true;
  return {
    fd,
    name,
    close() {
      if (open) libc.close(fd);
      open = false;
    },
  };
}

function openPath(path: string, name: string): Namespace {
  const fd = libc.open(path, flag.O_RDONLY | flag.O_CLOEXEC);
  if (fd >= 0) return handle(fd, name);
  const code = lastErrno();
  if (code !== errno.ENOENT) throw refused(`open ${path}`, code);
  throw new EnvironmentError(
    'MISSING_NAMESPACE',
    { en: `There is no network namespace ${name}.`, id: `Tidak ada network namespace ${name}.` },
    { en: 'See ip netns list.', id: 'Lihat ip netns list.' },
  );
}

/**
 * Opens a network namespace by name (as `ip netns` lists), by path, or by the id of a process in it.
 * Throws EnvironmentError `MISSING_NAMESPACE` where there is none.
 */
export function openNamespace(place: string | number): Namespace {
  if (typeof place === 'number') return openPath(`/proc/${place}/ns/net`, `process ${place}`);
  return openPath(place.includes('/') ? place : namespacePath(place), place);
}

// The namespace this thread stands in, as far as this module moved it: the innermost `inNamespace`.
let here: Namespace | undefined;

// Handles on the one that it stands in where nothing has moved it: to be there needs no right to move (CAP_SYS_ADMIN).
const homes = new WeakSet<Namespace>();

/** A new handle on the namespace this thread is in now. */
export function currentNamespace(): Namespace {
  const current = openPath('/proc/thread-self/ns/net', 'current');
  if (here === undefined) homes.add(current);
  return current;
}

function enter(ns: Namespace): void {
  if (libc.setns(ns.fd, flag.CLONE_NEWNET) < 0) throw refused(`enter namespace ${ns.name}`, lastErrno());
}

/**
 * Runs `action` with this thread in `ns` and comes back, also when it throws. Sockets and child processes made
 * inside stay there. `action` must be synchronous, and must not use the libuv pool (dns.lookup, asynchronous fs):
 * those threads do not follow. May be nested. `undefined` means: where we are.
 */
export function inNamespace<T>(ns: Namespace | undefined, action: () => T): T {
  if (ns === undefined || ns === here || (here === undefined && homes.has(ns))) return action();
  const previous = here ?? currentNamespace();
  const outer = here;
  enter(ns);
  here = ns;
  try {
    return synchronous(action());
  } finally {
    here = outer;
    enter(previous);
    if (outer === undefined) previous.close();
  }
}

function synchronous<T>(value: T): T {
  if (value instanceof Promise) throw new TypeError('inNamespace: the action must be synchronous');
  return value;
}

/** A network namespace without a name: it vanishes with its last handle, socket and process. Its `lo` is down. */
export function privateNamespace(name = 'private'): Namespace {
  const previous = currentNamespace();
  try {
    if (libc.unshare(flag.CLONE_NEWNET) < 0) throw refused('create a network namespace', lastErrno());
    try {
      return { ...currentNamespace(), name };
    } finally {
      enter(previous);
    }
  } finally {
    previous.close();
  }
}
