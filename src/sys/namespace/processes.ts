import { fstatSync, readdirSync, statSync } from 'node:fs';
import type { Namespace } from './namespace.ts';

/** Ids of the processes that are in one of these network namespaces (as `ip netns pids`), seen from this PID namespace. */
export function processesIn(namespaces: readonly Namespace[]): readonly number[] {
  const inodes = new Set(namespaces.map(({ fd }) => fstatSync(fd).ino));
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && inodes.has(namespaceInode(name)))
    .map(Number);
}

/** -1 for a process that has gone meanwhile, or that is none of our business. */
function namespaceInode(pid: string): number {
  try {
    return statSync(`/proc/${pid}/ns/net`).ino;
  } catch {
    return -1;
  }
}

/** Kills every process in these namespaces, whoever started it: what is left in one keeps it alive. */
export function killProcessesIn(namespaces: readonly Namespace[]): void {
  for (const pid of processesIn(namespaces)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself between the look and the kill.
    }
  }
}
