import { closeSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { errno, refused } from '../errno.ts';
import { flag, lastErrno, libc } from '../libc.ts';
import { inNamespace, type Namespace, namespacePath, openNamespace, privateNamespace } from './namespace.ts';

function mount(source: string, target: string, flags: number): number {
  return libc.mount(source, target, 'none', flags, null) < 0 ? lastErrno() : 0;
}

// As `ip netns add`: /run/netns is a shared mount, so that a delete is seen from every mount namespace.
function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const share = flag.MS_SHARED | flag.MS_REC;
  if (mount('', folder, share) !== errno.EINVAL) return;
  const code = mount(folder, folder, flag.MS_BIND | flag.MS_REC) || mount('', folder, share);
  if (code) throw refused(`mount ${folder}`, code);
}

/** Makes a network namespace that `ip netns` knows too. Throws EnvironmentError where the name is taken. */
export function createNamespace(name: string): Namespace {
  const path = namespacePath(name);
  prepareFolder(dirname(path));
  try {
    closeSync(openSync(path, 'wx', 0o000));
  } catch {
    throw refused(
      `create namespace ${name}`,
      errno.EEXIST,
      `Choose another name, or: ip netns delete ${name}`,
    );
  }
  const fresh = privateNamespace(name);
  try {
    const code = inNamespace(fresh, () => mount('/proc/thread-self/ns/net', path, flag.MS_BIND));
    if (code) throw refused(`mount ${path}`, code);
    return openNamespace(name);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    fresh.close();
  }
}

/** Forgets the name; the namespace itself goes when its last handle and process are gone. Unknown names are no error. */
export function deleteNamespace(name: string): void {
  const path = namespacePath(name);
  libc.umount2(path, flag.MNT_DETACH);
  rmSync(path, { force: true });
}

/** Names of the network namespaces under /run/netns, sorted. */
export function listNamespaces(): readonly string[] {
  try {
    return readdirSync(dirname(namespacePath('x'))).sort();
  } catch {
    return [];
  }
}
