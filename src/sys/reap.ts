import { readdirSync, readFileSync } from 'node:fs';
import { native } from './native.ts';

const waitpid = native<[pid: number, status: null, options: number], number>('int waitpid(int, void *, int)');

const WNOHANG = 1;

/**
 * Ids of ended children of `parent` that it has not waited for: state Z in /proc (proc_pid_stat(5)).
 * @public Programs that tests start import it.
 */
export function zombiesOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => isZombie(name, parent))
    .map(Number);
}

function isZombie(pid: string, parent: number): boolean {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so fields are counted from its end.
    const [state, ppid] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' && Number(ppid) === parent;
  } catch {
    return false; // ended between the listing and the look
  }
}

/**
 * For a process that is init of its PID namespace: waits for orphans that were handed to it, which Node does not. Node
 * waits for its own children at once, so a zombie seen in two looks `everyMs` apart is nobody's. Returns the end of it.
 */
export function reapOrphans(everyMs = 1000): () => void {
  let before: readonly number[] = [];
  const timer = setInterval(() => {
    const now = zombiesOf(process.pid);
    for (const pid of now.filter(one => before.includes(one))) waitpid(pid, null, WNOHANG);
    before = now;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
