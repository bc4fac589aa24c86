import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** One process between somebody and his login. */
export interface Ancestor {
  /** `sshd`, `sshd-session`, `bash` (proc_pid_comm(5)). */
  readonly name: string;
  /** Its arguments as they stand now: sshd writes into them what it does. */
  readonly title: string;
  /** Ms since its start. */
  readonly ageMs: number;
  /** SSH_CONNECTION is in its environment (ssh(1)), or that could not be read. */
  readonly ofSsh: boolean;
}

/** How a user came in: at the machine, by an SSH connection of that age, or by SSH without anybody knowing which. */
export type LoginSession =
  | { readonly kind: 'local' }
  | { readonly kind: 'ssh'; readonly ageMs: number }
  | { readonly kind: 'unknown' };

const servers = new Set(['sshd', 'sshd-session', 'sshd-auth', 'dropbear']);

/**
 * The session that these processes belong to, the nearest first. A server of SSH starts a process for each TCP connection that
 * it accepts: the eldest of them, its listener left out, is as old as the connection. tmux and screen outlive the connection that
 * started them, and have none above them: then nobody knows.
 */
export function sessionOf(ancestors: readonly Ancestor[]): LoginSession {
  const found = ancestors.filter(({ name }) => servers.has(name));
  const top = found.at(-1);
  const sessions = top && isListener(top, found.length) ? found.slice(0, -1) : found;
  const eldest = Math.max(...sessions.map(({ ageMs }) => ageMs));
  if (sessions.length > 0) return { kind: 'ssh', ageMs: eldest };
  return found.length > 0 || ancestors.some(({ ofSsh }) => ofSsh) ? { kind: 'unknown' } : { kind: 'local' };
}

/** `sshd: /usr/sbin/sshd -D [listener] …`, `/usr/sbin/sshd -D`; one that serves a connection says `sshd: root@pts/0`. */
const isListener = ({ title }: Ancestor, count: number): boolean =>
  title.includes('[listener]') || (count > 1 && !/^[\w-]+: /.test(title));

/** The session that this process belongs to. */
export const ownSession = (): LoginSession => sessionOf(ancestorsOf(process.pid));

function ancestorsOf(pid: number): readonly Ancestor[] {
  const ancestors: Ancestor[] = [];
  const upMs = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]) * 1000;
  for (let next = pid; next > 0; ) {
    const found = processFacts(next, upMs);
    if (!found) break;
    ancestors.push(found.facts);
    next = found.parent;
  }
  return ancestors;
}

/** USER_HZ, which is 100 on every Linux (time(7)). */
const tickMs = 10;

function processFacts(
  pid: number,
  upMs: number,
): { readonly facts: Ancestor; readonly parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const name = basename(stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')));
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    const ageMs = upMs - Number(fields[19]) * tickMs;
    return { facts: { name, title, ageMs, ofSsh: hasConnection(pid) }, parent: Number(fields[1]) };
  } catch {
    return undefined; // it has ended, or is not of our PID namespace
  }
}

function hasConnection(pid: number): boolean {
  try {
    return /(^|\0)SSH_CONNECTION=/.test(readFileSync(`/proc/${pid}/environ`, 'utf8'));
  } catch {
    return true; // what cannot be read may be
  }
}
