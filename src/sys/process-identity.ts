import { readFileSync } from 'node:fs';
import { sleep } from './clock.ts';

/** One process, told from any other that has or will have its id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks from boot to its start (proc_pid_stat(5), field 22). */
  readonly startedAt: string;
}

/** Who has this id now; undefined: nobody, or a process that has ended and waits for its parent. */
export function processOf(pid: number): ProcessIdentity | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so fields are counted from its end.
    const [state, ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const startedAt = fields[18];
    return state === 'Z' || startedAt === undefined ? undefined : { pid, startedAt };
  } catch {
    return undefined;
  }
}

export const isRunning = ({ pid, startedAt }: ProcessIdentity): boolean =>
  processOf(pid)?.startedAt === startedAt;

/** Its arguments; none: it has ended. */
export function commandLineOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  } catch {
    return [];
  }
}

/** Sends a signal to this process and no other. Returns whether it was there. */
export function signalTo(one: ProcessIdentity, signal: NodeJS.Signals): boolean {
  try {
    return isRunning(one) && process.kill(one.pid, signal);
  } catch {
    return false; // it ended meanwhile
  }
}

const lookEveryMs = 10;

/** Ends a process that is no child of ours: SIGTERM, and SIGKILL after `graceMs`. Resolves when it is gone. */
export async function endProcess(one: ProcessIdentity, graceMs = 1000): Promise<void> {
  signalTo(one, 'SIGTERM');
  if (await isGone(one, graceMs)) return;
  signalTo(one, 'SIGKILL');
  await isGone(one, graceMs);
}

async function isGone(one: ProcessIdentity, withinMs: number): Promise<boolean> {
  for (let leftMs = withinMs; leftMs > 0; leftMs -= lookEveryMs) {
    if (!isRunning(one)) return true;
    await sleep(lookEveryMs);
  }
  return !isRunning(one);
}
